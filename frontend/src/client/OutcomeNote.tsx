import { CheckCircledIcon, CrossCircledIcon, QuestionMarkCircledIcon } from '@radix-ui/react-icons'
import { Button, Callout, Flex } from '@radix-ui/themes'
import { useRef } from 'react'
import type { ConfirmMoneyTransferInput } from '#generated/graphql'
import { formatCents } from '../money/amount'
import type { Sending } from './useTransfer'

interface Props {
  readonly sending: Sending
  readonly onAgain: (command: ConfirmMoneyTransferInput) => Promise<unknown>
  readonly onForget: () => void
}

/** What became of the last command. It is read out when it changes. */
export function OutcomeNote({ sending, onAgain, onForget }: Props) {
  const note = useRef<HTMLDivElement>(null)
  // Its buttons go when they are pressed. The focus would go to the page, and who uses the keyboard would begin at its top again.
  const keepFocus = () => note.current?.focus()
  return (
    <div role="status" className="outcome" data-outcome={sending.kind} tabIndex={-1} ref={note}>
      <Note
        sending={sending}
        onAgain={(command) => {
          keepFocus()
          return onAgain(command)
        }}
        onForget={() => {
          keepFocus()
          onForget()
        }}
      />
    </div>
  )
}

function Note({ sending, onAgain, onForget }: Props) {
  if (sending.kind === 'idle' || sending.kind === 'sending') return null
  const amount = formatCents(Number(sending.command.amount))
  if (sending.kind === 'moved') {
    return (
      <Callout.Root color="green" size="1">
        <Callout.Icon>
          <CheckCircledIcon />
        </Callout.Icon>
        <Callout.Text>
          {sending.command.from === 'cash' ? `${amount} came in.` : `${amount} went to ${sending.command.to}.`}
        </Callout.Text>
      </Callout.Root>
    )
  }
  if (sending.kind === 'failed') {
    return (
      <Callout.Root color="red" size="1">
        <Callout.Icon>
          <CrossCircledIcon />
        </Callout.Icon>
        <Callout.Text>No money was moved: {sending.reason.replace(/\.$/, '')}.</Callout.Text>
      </Callout.Root>
    )
  }
  return (
    <Callout.Root color="amber" size="1">
      <Callout.Icon>
        <QuestionMarkCircledIcon />
      </Callout.Icon>
      <Callout.Text>
        {sending.reason} So it is not known whether {amount} was moved. Asking again is safe: it moves once.
      </Callout.Text>
      <Flex gap="2" wrap="wrap">
        <Button size="1" onClick={() => void onAgain(sending.command)}>
          Ask again
        </Button>
        <Button size="1" variant="outline" onClick={onForget}>
          Leave it
        </Button>
      </Flex>
    </Callout.Root>
  )
}
