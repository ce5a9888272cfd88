import { Button, Card, Flex, Heading, Text } from '@radix-ui/themes'
import { newUuid } from '../endpoint/uuid'
import { formatCents } from '../money/amount'
import { OutcomeNote } from './OutcomeNote'
import { useTransfer } from './useTransfer'

/** In cents. */
const DEPOSITS = [1000, 2000, 5000, 10_000, 20_000, 50_000] as const

/** Cash comes from the outside world; anybody may bring it, so it needs no account's token. */
const CASH = 'cash'

export function Deposits({ iban }: { readonly iban: string }) {
  const { sending, send, forget } = useTransfer()
  const busy = sending.kind === 'sending'
  const deposit = async (cents: number) => {
    await send({ id: newUuid(), token: CASH, amount: cents, from: CASH, to: iban, description: 'deposit' })
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
          <OutcomeNote sending={sending} onAgain={send} onForget={forget} />
        </Flex>
      </section>
    </Card>
  )
}
