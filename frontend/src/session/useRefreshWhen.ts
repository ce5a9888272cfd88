import { useEffect } from 'react'
import type { Refusal } from '../endpoint/refusal'
import { useSession } from './SessionContext'

/** Refusals by which the endpoint says that somebody else is logged in than this page takes for granted, or nobody. */
const OF_ANOTHER_LOGIN = new Set(['UNAUTHENTICATED', 'FORBIDDEN'])

/** Asks who is in where this refusal says that the page does not know: a login ends in time, and another tab may log in or out. */
export function useRefreshWhen(refusal: Refusal | null): void {
  const { refresh } = useSession()
  const code = refusal && OF_ANOTHER_LOGIN.has(refusal.code) ? refusal.code : null
  useEffect(() => {
    if (code !== null) refresh()
  }, [code, refresh])
}
