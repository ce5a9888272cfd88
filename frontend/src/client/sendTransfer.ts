import { askOverHttp, askOverSocket } from '../endpoint/ask'
import { backoffMs, pause } from '../endpoint/backoff'
import type { Endpoint } from '../endpoint/endpoint'
import { isSurelyNotDone } from '../endpoint/refusal'
import { MoveMoneyDocument, type ConfirmMoneyTransferInput } from '#generated/graphql'

/**
 * moved; failed: it was not moved, and will not be, as the bank replied or, where it did not reply, as it refused to take the command
 * before it did anything; unknown: the same command can be sent again, it moves money once.
 */
export type Outcome =
  | { readonly kind: 'moved' }
  | { readonly kind: 'failed'; readonly reason: string; readonly replied: boolean }
  | { readonly kind: 'unknown'; readonly reason: string }

const TRIES = 3

/**
 * Sends the command until its outcome is known, a few times at most. Sending it again is safe: a command's id is handled once,
 * and gives the same outcome again. Once a try may have moved the money, a refusal of a later one says nothing of that: the first may
 * still wait for its reply. Only a reply ends the doubt.
 *
 * @param inDoubt whether this command was sent before, with an unknown outcome
 */
export async function sendTransfer(
  endpoint: Endpoint,
  command: ConfirmMoneyTransferInput,
  inDoubt: boolean,
  signal: AbortSignal,
): Promise<Outcome> {
  let doubt = inDoubt
  let reason = 'The bank gave no answer.'
  for (let failures = 0; failures < TRIES; failures++) {
    // What came to nothing over the socket is tried in another way.
    const { data, refusal } =
      failures === 0 && endpoint.socket.connection === 'connected'
        ? await askOverSocket(endpoint.socket, MoveMoneyDocument, { command })
        : await askOverHttp(endpoint, MoveMoneyDocument, { command })
    const reply = data?.confirm_money_transfer
    if (reply?.__typename === 'MoneyTransferConfirmed') return { kind: 'moved' }
    if (reply?.__typename === 'MoneyTransferFailed') return { kind: 'failed', reason: reply.reason, replied: true }
    if (refusal) {
      if (!doubt && isSurelyNotDone(refusal)) return { kind: 'failed', reason: refusal.message, replied: false }
      reason = refusal.message
    }
    doubt = true
    if (failures + 1 < TRIES) await pause(backoffMs(failures), signal).catch(() => undefined)
    if (signal.aborted) break
  }
  return { kind: 'unknown', reason }
}
