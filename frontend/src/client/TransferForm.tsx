import { Button, Card, Flex, Heading, Text, TextField } from '@radix-ui/themes'
import { useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { ConfirmMoneyTransferInput } from '#generated/graphql'
import { asDisabled } from '../app/asDisabled'
import { formatCents, readAmount } from '../money/amount'
import { attemptAfter, attemptFor, type Attempt } from './attempt'
import { OpenTransfers, type OpenTransfer, type Wish } from './openTransfers'
import { OutcomeNote } from './OutcomeNote'
import { useTransfer } from './useTransfer'

const SHORTEST_TO = 8

interface Props {
  readonly iban: string
  readonly token: string
}

interface Filled {
  readonly amount: string
  readonly to: string
  readonly description: string
}

const BLANK: Filled = { amount: '', to: '', description: '' }

const filledAs = ({ amount, to, description }: OpenTransfer): Filled => ({ amount: formatCents(amount), to, description })

/**
 * A form that is filled in has one id: it is made with the first try to send it and dropped when the form changes or the bank has
 * replied, so that no number of clicks and no lost answer moves the money twice. Without a reply it is kept: the form comes back with it,
 * and whatever says the same has that id.
 */
export function TransferForm({ iban, token }: Props) {
  const open = useMemo(() => new OpenTransfers(iban), [iban])
  const [left] = useState(() => open.last(({ from }) => from === iban))
  const { sending, send, forget } = useTransfer(open, left && { command: commandOf(left.id, left), reason: left.reason })
  const [filled, setFilled] = useState(left ? filledAs(left) : BLANK)
  const attempt = useRef<Attempt | null>(left && { id: left.id, inDoubt: true })
  const amount = readAmount(filled.amount)
  const to = filled.to.trim()
  const description = filled.description.trim()
  const toIsWrong = to.length < SHORTEST_TO
  const unknown = sending.kind === 'unknown'
  const busy = sending.kind === 'sending'
  const ready = amount.cents !== undefined && !toIsWrong && description !== ''

  function commandOf(id: string, wish: Wish): ConfirmMoneyTransferInput {
    return { id, token, amount: wish.amount, from: iban, to: wish.to, description: wish.description }
  }

  function change(field: keyof Filled, value: string) {
    attempt.current = null
    if (sending.kind === 'moved' || sending.kind === 'failed') forget()
    setFilled((before) => ({ ...before, [field]: value }))
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!ready || unknown || busy) return
    const wish = { amount: amount.cents, from: iban, to, description }
    attempt.current ??= attemptFor(wish, open)
    await sendAs(attempt.current, commandOf(attempt.current.id, wish))
  }

  async function sendAs(sent: Attempt, command: ConfirmMoneyTransferInput) {
    const outcome = await send(command, sent.inDoubt)
    // Where the form was changed meanwhile, what it says now is another wish.
    if (!outcome || attempt.current?.id !== sent.id) return
    attempt.current = attemptAfter(sent, outcome)
    if (outcome.kind === 'moved') setFilled(BLANK)
  }

  return (
    <Card size={{ initial: '2', sm: '3' }} asChild>
      <section aria-labelledby="transfer-title">
        <form onSubmit={(event) => void submit(event)} noValidate autoComplete="off">
          <Flex direction="column" gap="4">
            <Heading as="h2" size="4" id="transfer-title">
              Transfer
            </Heading>
            <Entry
              id="transfer-amount"
              label="Amount"
              value={filled.amount}
              onChange={(value) => change('amount', value)}
              inputMode="decimal"
              readOnly={busy || unknown}
              wrong={filled.amount !== '' && amount.reason !== undefined}
              hint={
                filled.amount === '' ? (
                  'In cents, or in euro with a comma: 1234 and 12,34 are the same.'
                ) : amount.reason === undefined ? (
                  <>
                    That is <strong id="transfer-meant">{formatCents(amount.cents)}</strong>
                  </>
                ) : (
                  amount.reason
                )
              }
            />
            <Entry
              id="transfer-to"
              label="To"
              value={filled.to}
              onChange={(value) => change('to', value)}
              readOnly={busy || unknown}
              wrong={filled.to !== '' && toIsWrong}
              hint="An IBAN of this bank, or anybody outside; 8 characters or more"
            />
            <Entry
              id="transfer-description"
              label="Description"
              value={filled.description}
              onChange={(value) => change('description', value)}
              readOnly={busy || unknown}
              wrong={false}
              hint="What it is for"
            />
            <Button type="submit" id="transfer" size="3" {...asDisabled(!ready || unknown || busy)} loading={busy}>
              Transfer{amount.cents === undefined ? '' : ` ${formatCents(amount.cents)}`}
            </Button>
            <OutcomeNote
              sending={sending}
              onAgain={(command) => sendAs({ id: command.id, inDoubt: true }, command)}
              onForget={forget}
            />
          </Flex>
        </form>
      </section>
    </Card>
  )
}

interface EntryProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly readOnly: boolean
  readonly wrong: boolean
  readonly hint: ReactNode
  readonly inputMode?: 'decimal'
}

function Entry({ id, label, value, onChange, readOnly, wrong, hint, inputMode }: EntryProps) {
  return (
    <Flex direction="column" gap="1">
      <Text as="label" size="2" weight="medium" htmlFor={id}>
        {label}
      </Text>
      <TextField.Root
        id={id}
        size="3"
        value={value}
        readOnly={readOnly}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong}
        {...(inputMode && { inputMode })}
        {...(wrong && { color: 'red' as const })}
      />
      <Text id={`${id}-hint`} size="1" color={wrong ? 'red' : 'gray'} aria-live="polite">
        {hint}
      </Text>
    </Flex>
  )
}
