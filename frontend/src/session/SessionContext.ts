import { createContext, useContext } from 'react'
import type { Refusal } from '../endpoint/refusal'
import type { WhoIsInFragment } from '#generated/graphql'

export type Role = 'client' | 'employee'

export type Session =
  | { readonly phase: 'loading' }
  /** Who is in cannot be asked at the moment; it is tried again. */
  | { readonly phase: 'unreachable'; readonly refusal: Refusal }
  | { readonly phase: 'known'; readonly viewer: WhoIsInFragment | null }

export interface SessionControl {
  readonly session: Session
  /** @returns why not, or null */
  readonly login: (role: Role, username: string, password: string) => Promise<string | null>
  /** @returns why not, or null */
  readonly logout: () => Promise<string | null>
  /** Asks the endpoint again who is in, as when it said that nobody is. */
  readonly refresh: () => void
}

export const SessionContext = createContext<SessionControl | null>(null)

export function useSession(): SessionControl {
  const control = useContext(SessionContext)
  if (!control) throw new Error('useSession is called outside of a SessionProvider')
  return control
}
