import { useCallback, useEffect, useRef, useState } from 'react'
import { useEndpoint } from '../endpoint/EndpointContext'
import type { ConfirmMoneyTransferInput } from '#generated/graphql'
import { sendTransfer, type Outcome } from './sendTransfer'

export type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly command: ConfirmMoneyTransferInput }
  | (Outcome & { readonly command: ConfirmMoneyTransferInput })

/** Sends one command at a time; what became of the last one stays known until the next, or until it is forgotten. */
export function useTransfer(): {
  readonly sending: Sending
  /** Does nothing, and gives null, while one is under way. inDoubt: this command was sent before, with an unknown outcome. */
  readonly send: (command: ConfirmMoneyTransferInput, inDoubt: boolean) => Promise<Outcome | null>
  readonly forget: () => void
} {
  const { http } = useEndpoint()
  const [sending, setSending] = useState<Sending>({ kind: 'idle' })
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
      setSending({ kind: 'sending', command })
      const outcome = await sendTransfer(http, command, inDoubt, stop.current.signal).finally(() => {
        underWay.current = false
      })
      setSending({ ...outcome, command })
      return outcome
    },
    [http],
  )
  const forget = useCallback(() => setSending({ kind: 'idle' }), [])
  return { sending, send, forget }
}
