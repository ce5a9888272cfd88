import { startTransition, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type { Endpoint } from '../endpoint/endpoint'
import { useEndpoint } from '../endpoint/EndpointContext'
import type { ConfirmMoneyTransferInput } from '#generated/graphql'
import { NewestShownContext, type NewestShown } from '../transactions/NewestShown'
import type { OpenTransfers } from './openTransfers'
import { sendTransfer, type Outcome } from './sendTransfer'

export type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly command: ConfirmMoneyTransferInput }
  | (Outcome & { readonly command: ConfirmMoneyTransferInput })

/**
 * Milliseconds. Where money was moved, its row and the new balance are on their way, some milliseconds behind the reply, and are what the reader
 * looks for: a page that drew the reply first would show them later by as long as that takes. So the reply is drawn once a new row is on the
 * screen, and after so long whether or not there is one.
 */
const ROW_COMES_WITHIN = 30

/** What a page finds that was left before the answer came. */
const LEFT = 'This page was left before the bank answered.'

/** A command of before, and why its outcome is not known. */
export interface Unsettled {
  readonly command: ConfirmMoneyTransferInput
  readonly reason: string
}

/**
 * Sends one command at a time; what became of the last one stays known until the next, or until it is forgotten. One without a reply is kept
 * among the open ones.
 *
 * @param before what to begin with, as of an unknown outcome
 */
export function useTransfer(
  open: OpenTransfers,
  before: Unsettled | null,
): {
  readonly sending: Sending
  /** Does nothing, and gives null, while one is under way. inDoubt: this command was sent before, with an unknown outcome. */
  readonly send: (command: ConfirmMoneyTransferInput, inDoubt: boolean) => Promise<Outcome | null>
  readonly forget: () => void
} {
  const endpoint = useEndpoint()
  const newestShown = useContext(NewestShownContext)
  const [sending, setSending] = useState<Sending>(before ? { kind: 'unknown', ...before } : { kind: 'idle' })
  // Beside the state, as two clicks can come before the page is drawn again.
  const underWay = useRef(false)
  const stop = useRef(new AbortController())
  useEffect(() => {
    const controller = new AbortController()
    stop.current = controller
    return () => controller.abort()
  }, [])

  const send = useCallback(
    async (command: ConfirmMoneyTransferInput, inDoubt: boolean) => {
      if (underWay.current) return null
      underWay.current = true
      // Drawn when the command is on its way, and not before.
      startTransition(() => setSending({ kind: 'sending', command }))
      // Before it is sent: the page may be gone when it is answered.
      open.keep(command, LEFT)
      const { signal } = stop.current
      const outcome = await afterItsRow(outcomeOf(endpoint, open, command, inDoubt, signal), newestShown, signal).finally(() => {
        underWay.current = false
      })
      setSending({ ...outcome, command })
      return outcome
    },
    [endpoint, open, newestShown],
  )
  const forget = useCallback(() => setSending({ kind: 'idle' }), [])
  return { sending, send, forget }
}

/** The outcome of what is being sent, once the row of what was moved is on the screen, or had its time to come. */
async function afterItsRow(sent: Promise<Outcome>, newestShown: NewestShown | null, signal: AbortSignal): Promise<Outcome> {
  const before = newestShown?.id ?? 0
  const outcome = await sent
  if (outcome.kind === 'moved') await newestShown?.newerThan(before, ROW_COMES_WITHIN, signal)
  return outcome
}

/** Written down as soon as it is known. */
async function outcomeOf(endpoint: Endpoint, open: OpenTransfers, command: ConfirmMoneyTransferInput, inDoubt: boolean, signal: AbortSignal): Promise<Outcome> {
  const outcome = await sendTransfer(endpoint, command, inDoubt, signal)
  if (outcome.kind === 'unknown') open.keep(command, signal.aborted ? LEFT : outcome.reason)
  else open.settle(command.id)
  return outcome
}
