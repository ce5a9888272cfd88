import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { forgetOpenTransfers } from '../client/openTransfers'
import { backoffMs, pause } from '../endpoint/backoff'
import { useEndpoint } from '../endpoint/EndpointContext'
import { refusalOfQuery } from '../endpoint/refusal'
import { LoginDocument, LoginEmployeeDocument, LogoutDocument, MeDocument, type WhoIsInFragment } from '#generated/graphql'
import { SessionContext, type Role, type Session } from './SessionContext'

/** Knows who is logged in; the cookie itself is out of reach of the page's scripts. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const { http, socket } = useEndpoint()
  const [session, setSession] = useState<Session>({ phase: 'loading' })
  const [asked, setAsked] = useState(0)
  /** Undefined until it was asked. */
  const known = useRef<WhoIsInFragment | null>(undefined)
  const enter = useCallback((viewer: WhoIsInFragment | null) => {
    known.current = viewer
    setSession({ phase: 'known', viewer })
  }, [])

  useEffect(() => {
    const stop = new AbortController()
    void (async () => {
      for (let failures = 0; !stop.signal.aborted; failures++) {
        const { data, error } = await http.query(MeDocument, {}).toPromise()
        if (stop.signal.aborted) return
        if (data && !error) {
          // The cookie is the browser's: where another tab logged somebody else in or out, the socket still has the login of its handshake.
          if (known.current !== undefined && !isSame(known.current, data.me)) socket.renew()
          enter(data.me)
          return
        }
        if (error) setSession({ phase: 'unreachable', refusal: refusalOfQuery(error) })
        await pause(backoffMs(failures), stop.signal).catch(() => undefined)
      }
    })()
    return () => stop.abort()
  }, [http, socket, enter, asked])

  const login = useCallback(
    async (role: Role, username: string, password: string) => {
      const names = { username, password }
      const { error, result } =
        role === 'employee'
          ? await http.mutation(LoginEmployeeDocument, names).then(({ data, error: e }) => ({ error: e, result: data?.login_employee }))
          : await http.mutation(LoginDocument, names).then(({ data, error: e }) => ({ error: e, result: data?.login }))
      if (error) return refusalOfQuery(error).message
      if (!result?.viewer) return result?.reason ?? 'The bank gave no reason.'
      socket.renew()
      enter(result.viewer)
      return null
    },
    [http, socket, enter],
  )

  const logout = useCallback(async () => {
    const { error } = await http.mutation(LogoutDocument, {})
    if (error) return refusalOfQuery(error).message
    forgetOpenTransfers()
    socket.renew()
    enter(null)
    return null
  }, [http, socket, enter])

  const refresh = useCallback(() => setAsked((times) => times + 1), [])
  const control = useMemo(() => ({ session, login, logout, refresh }), [session, login, logout, refresh])
  return <SessionContext value={control}>{children}</SessionContext>
}

function isSame(one: WhoIsInFragment | null, other: WhoIsInFragment | null): boolean {
  return one?.username === other?.username && one?.iban === other?.iban && one?.employee === other?.employee
}
