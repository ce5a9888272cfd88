import { useEffect, useState } from 'react'
import { useEndpoint } from '../endpoint/EndpointContext'
import { follow } from '../endpoint/follow'
import { activityAfter, type TopicActivity } from '../flow/activity'
import { FiguresDocument } from '#generated/graphql'

export interface Figures {
  readonly accounts: number
  readonly transactions: number
  readonly perSecond: number
  /** Transactions a second in the last minute, the latest last. */
  readonly minute: readonly number[]
  readonly activity: ReadonlyMap<string, TopicActivity>
}

const SECONDS_KEPT = 60

/** The bank's figures, once a second; null until the first ones are there. */
export function useFigures(): { readonly figures: Figures | null; readonly lost: boolean } {
  const { socket } = useEndpoint()
  const [figures, setFigures] = useState<Figures | null>(null)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    void follow(
      socket,
      {
        document: FiguresDocument,
        variables: () => ({}),
        onLive: () => setLost(false),
        onLost: () => setLost(true),
        onData: ({ bank_figures: now }) =>
          setFigures((before) => ({
            accounts: now.accounts,
            transactions: Number(now.transactions),
            perSecond: now.transactions_per_second,
            minute: [...(before?.minute ?? []), now.transactions_per_second].slice(-SECONDS_KEPT),
            activity: activityAfter(before?.activity ?? new Map(), now.topics),
          })),
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [socket])
  return { figures, lost }
}
