import { newUuid } from '../endpoint/uuid'
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

export const newAttempt = (): Attempt => ({ id: newUuid(), inDoubt: false })

/** What is left of an attempt after sending it: nothing once the bank has replied, as the next wish is another one then. */
export function attemptAfter({ id, inDoubt }: Attempt, outcome: Outcome): Attempt | null {
  if (outcome.kind === 'moved' || (outcome.kind === 'failed' && outcome.replied)) return null
  return { id, inDoubt: inDoubt || outcome.kind === 'unknown' }
}
