import { newUuid } from '../endpoint/uuid'
import type { OpenTransfers, Wish } from './openTransfers'
import type { Outcome } from './sendTransfer'

/**
 * The id of one wish to move money, kept until the bank has replied to it: whatever becomes of single tries, the wish is sent with
 * this id, and so moves money once.
 */
export interface Attempt {
  readonly id: string
  /** A try with this id may have moved the money, so that only the bank's reply can say that none was moved. */
  readonly inDoubt: boolean
}

/** The one that the bank has not replied to, where the same was wished before; else a new one. */
export function attemptFor(wish: Wish, open: OpenTransfers): Attempt {
  const before = open.find(wish)
  return before ? { id: before.id, inDoubt: true } : { id: newUuid(), inDoubt: false }
}

/** What is left of an attempt after sending it: nothing once the bank has replied, as the next wish is another one then. */
export function attemptAfter({ id, inDoubt }: Attempt, outcome: Outcome): Attempt | null {
  if (outcome.kind === 'moved' || (outcome.kind === 'failed' && outcome.replied)) return null
  return { id, inDoubt: inDoubt || outcome.kind === 'unknown' }
}
