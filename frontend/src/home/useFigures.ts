import { useEffect, useState } from 'react'
import { useEndpoint } from '../endpoint/EndpointContext'
import { follow } from '../endpoint/follow'
import type { Refusal } from '../endpoint/refusal'
import { activityAfter, type TopicActivity } from '../flow/activity'
import { useRefreshWhen } from '../session/useRefreshWhen'
import { FiguresDocument, type FiguresSubscription } from '#generated/graphql'

export interface Figures {
  readonly accounts: number
  readonly transactions: number
  readonly perSecond: number
  /** Transactions a second in the last minute, the latest last. */
  readonly minute: readonly number[]
  readonly activity: ReadonlyMap<string, TopicActivity>
}

const SECONDS_KEPT = 60

/** Milliseconds. They come once a second; after a longer pause what came before is not joined to what comes now, as if it were the same minute. */
const LONGEST_PAUSE = 5000

/** The bank's figures, once a second; null until the first ones are there. */
export function useFigures(): { readonly figures: Figures | null; readonly lost: boolean } {
  const { socket } = useEndpoint()
  const [figures, setFigures] = useState<Figures | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useRefreshWhen(refusal)
  useEffect(() => {
    const stop = new AbortController()
    let cameAt = 0
    void follow(
      socket,
      {
        document: FiguresDocument,
        variables: () => ({}),
        onLive: () => setRefusal(null),
        onLost: setRefusal,
        onData: ({ bank_figures: now }) => {
          // By the clock of the day, which goes on while the machine sleeps.
          const goesOn = Date.now() - cameAt <= LONGEST_PAUSE
          cameAt = Date.now()
          setFigures((before) => figuresAfter(goesOn ? before : null, now))
        },
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [socket])
  return { figures, lost: refusal !== null }
}

function figuresAfter(before: Figures | null, now: FiguresSubscription['bank_figures']): Figures {
  return {
    accounts: now.accounts,
    transactions: Number(now.transactions),
    perSecond: now.transactions_per_second,
    minute: [...(before?.minute ?? []), now.transactions_per_second].slice(-SECONDS_KEPT),
    activity: activityAfter(before?.activity ?? new Map(), now.topics),
  }
}
