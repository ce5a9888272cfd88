import type { Client } from '@urql/core'
import { backoffMs, pause } from '../endpoint/backoff'
import { isUnknownOutcome, refusalOfQuery } from '../endpoint/refusal'
import { MoveMoneyDocument, type ConfirmMoneyTransferInput } from '#generated/graphql'

/** moved; failed: it was not moved, and will not be; unknown: the same command can be sent again, it moves money once. */
export type Outcome =
  | { readonly kind: 'moved' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }

const TRIES = 3

/**
 * Sends the command until its outcome is known, a few times at most. Sending it again is safe: a command's id is handled once,
 * and gives the same outcome again.
 */
export async function sendTransfer(http: Client, command: ConfirmMoneyTransferInput, signal: AbortSignal): Promise<Outcome> {
  let reason = 'The bank gave no answer.'
  for (let failures = 0; failures < TRIES; failures++) {
    const { data, error } = await http.mutation(MoveMoneyDocument, { command }).toPromise()
    const reply = data?.confirm_money_transfer
    if (reply?.__typename === 'MoneyTransferConfirmed') return { kind: 'moved' }
    if (reply?.__typename === 'MoneyTransferFailed') return { kind: 'failed', reason: reply.reason }
    if (error) {
      const refusal = refusalOfQuery(error)
      if (!isUnknownOutcome(refusal)) return { kind: 'failed', reason: refusal.message }
      reason = refusal.message
    }
    await pause(backoffMs(failures), signal).catch(() => undefined)
    if (signal.aborted) break
  }
  return { kind: 'unknown', reason }
}
