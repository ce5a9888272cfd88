import type { FiguresSubscription } from '#generated/graphql'

export interface TopicActivity {
  readonly events: number
  /** Events a second. */
  readonly rate: number
  /** New events since the figures before; 0 in the first ones. */
  readonly arrived: number
  /** New events in each of the last seconds, the latest last. */
  readonly history: readonly number[]
}

/** Of the history. */
export const SECONDS_KEPT = 15

/** What the figures of this second say of each topic, after those of the seconds before. */
export function activityAfter(
  before: ReadonlyMap<string, TopicActivity>,
  topics: FiguresSubscription['bank_figures']['topics'],
): ReadonlyMap<string, TopicActivity> {
  return new Map(
    topics.map(({ name, events, events_per_second: rate }) => {
      const known = before.get(name)
      const now = Number(events)
      const arrived = known ? Math.max(0, now - known.events) : 0
      return [name, { events: now, rate, arrived, history: [...(known?.history ?? []), arrived].slice(-SECONDS_KEPT) }]
    }),
  )
}
