import { Button, Card, Flex, Heading, Text } from '@radix-ui/themes'
import { useMemo, useState } from 'react'
import type { ConfirmMoneyTransferInput } from '#generated/graphql'
import { formatCents } from '../money/amount'
import { attemptFor } from './attempt'
import { OpenTransfers } from './openTransfers'
import { OutcomeNote } from './OutcomeNote'
import { useTransfer } from './useTransfer'

/** In cents. */
const DEPOSITS = [1000, 2000, 5000, 10_000, 20_000, 50_000] as const

/** Cash comes from the outside world; anybody may bring it, so it needs no account's token. */
const CASH = 'cash'
const DESCRIPTION = 'deposit'

const depositOf = (id: string, amount: number, to: string): ConfirmMoneyTransferInput => ({ id, token: CASH, amount, from: CASH, to, description: DESCRIPTION })

/**
 * Each click is a deposit of its own, except after one without a reply: then the same button sends that one again, also when it was
 * left or the page was loaded anew, so that a click that is meant as a second try brings the money once.
 */
export function Deposits({ iban }: { readonly iban: string }) {
  const open = useMemo(() => new OpenTransfers(iban), [iban])
  const [before] = useState(() => {
    const last = open.last(({ from }) => from === CASH)
    return last && { command: depositOf(last.id, last.amount, iban), reason: last.reason }
  })
  const { sending, send, forget } = useTransfer(open, before)
  const busy = sending.kind === 'sending'
  const deposit = (cents: number) => {
    const attempt = attemptFor({ amount: cents, from: CASH, to: iban, description: DESCRIPTION }, open)
    return send(depositOf(attempt.id, cents, iban), attempt.inDoubt)
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
          <OutcomeNote sending={sending} onAgain={(command) => send(command, true)} onForget={forget} />
        </Flex>
      </section>
    </Card>
  )
}
