import { Button, Card, Flex, Heading, Text } from '@radix-ui/themes'
import { useRef } from 'react'
import type { ConfirmMoneyTransferInput } from '#generated/graphql'
import { formatCents } from '../money/amount'
import { attemptAfter, newAttempt, type Attempt } from './attempt'
import { OutcomeNote } from './OutcomeNote'
import { useTransfer } from './useTransfer'

/** In cents. */
const DEPOSITS = [1000, 2000, 5000, 10_000, 20_000, 50_000] as const

/** Cash comes from the outside world; anybody may bring it, so it needs no account's token. */
const CASH = 'cash'

/**
 * Each click is a deposit of its own, except after one without a reply: then the same button sends that one again, also when it was
 * left, so that a click that is meant as a second try brings the money once.
 */
export function Deposits({ iban }: { readonly iban: string }) {
  const { sending, send, forget } = useTransfer()
  const busy = sending.kind === 'sending'
  /** By amount in cents: those that the bank has not replied to. */
  const open = useRef(new Map<number, Attempt>())
  const deposit = (cents: number) => {
    const attempt = open.current.get(cents) ?? newAttempt()
    return sendAs(attempt, { id: attempt.id, token: CASH, amount: cents, from: CASH, to: iban, description: 'deposit' })
  }
  const sendAs = async (attempt: Attempt, command: ConfirmMoneyTransferInput) => {
    const outcome = await send(command, attempt.inDoubt)
    if (!outcome) return
    const rest = attemptAfter(attempt, outcome)
    if (rest) open.current.set(Number(command.amount), rest)
    else open.current.delete(Number(command.amount))
  }
  return (
    <Card size={{ initial: '2', sm: '3' }} asChild>
      <section aria-labelledby="deposit">
        <Flex direction="column" gap="4">
          <Flex direction="column" gap="1">
            <Heading as="h2" size="4" id="deposit">
              Deposit
            </Heading>
            <Text size="2" color="gray">
              Cash from the outside world, as much as you like.
            </Text>
          </Flex>
          <div className="deposits">
            {DEPOSITS.map((cents) => (
              <Button
                key={cents}
                id={`deposit-${cents}`}
                variant="soft"
                size="3"
                aria-disabled={busy || sending.kind === 'unknown'}
                onClick={() => {
                  if (sending.kind !== 'unknown') void deposit(cents)
                }}
              >
                {formatCents(cents).replace(',00', '')}
              </Button>
            ))}
          </div>
          <OutcomeNote sending={sending} onAgain={(command) => sendAs({ id: command.id, inDoubt: true }, command)} onForget={forget} />
        </Flex>
      </section>
    </Card>
  )
}
