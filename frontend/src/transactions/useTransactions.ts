import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useEndpoint } from '../endpoint/EndpointContext'
import { useRefreshWhen } from '../session/useRefreshWhen'
import { LiveTransactions, type Transactions, type Wish } from './LiveTransactions'

/** The newest transactions of the account by this wish, kept up while the component is shown. */
export function useTransactions(account: string, { items, shown }: Wish): { now: Transactions; live: LiveTransactions } {
  const endpoint = useEndpoint()
  const live = useMemo(() => new LiveTransactions(endpoint, account), [endpoint, account])
  useEffect(() => live.follow({ items, shown }), [live, items, shown])
  const now = useSyncExternalStore(live.onChange, live.current)
  useRefreshWhen(now.refusal)
  return { now, live }
}
