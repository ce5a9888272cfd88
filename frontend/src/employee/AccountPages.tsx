import { ChevronLeftIcon, ChevronRightIcon } from '@radix-ui/react-icons'
import { Button, Callout, Card, Flex, Heading, Skeleton, Text } from '@radix-ui/themes'
import { useState, type ReactNode } from 'react'
import { useQuery } from 'urql'
import { asDisabled } from '../app/asDisabled'
import { refusalOfQuery } from '../endpoint/refusal'
import { useRefreshWhen } from '../session/useRefreshWhen'
import { AccountsDocument } from '#generated/graphql'

const ACCOUNTS_A_PAGE = 20

interface Props {
  readonly followed: string | null
  readonly onFollow: (iban: string) => void
}

/** A button per account, twenty a page. */
export function AccountPages({ followed, onFollow }: Props) {
  /** After which account each page up to this one begins. */
  const [starts, setStarts] = useState<readonly (string | null)[]>([null])
  const [{ data, fetching, error }, ask] = useQuery({
    query: AccountsDocument,
    variables: { first: ACCOUNTS_A_PAGE, after: starts.at(-1) ?? null },
  })
  const refusal = error ? refusalOfQuery(error) : null
  useRefreshWhen(refusal)
  const page = data?.accounts
  const before = (starts.length - 1) * ACCOUNTS_A_PAGE
  const next = page?.next ?? null
  return (
    <Card size={{ initial: '2', sm: '3' }} asChild>
      <section aria-labelledby="accounts">
        <Flex direction="column" gap="4">
          <Flex justify="between" align="center" gap="3" wrap="wrap">
            <Heading as="h2" size="4" id="accounts">
              Accounts
            </Heading>
            <Flex align="center" gap="3" asChild>
              <nav aria-label="Pages of accounts">
                <TurnButton id="previous" ready={starts.length > 1} onTurn={() => setStarts(starts.slice(0, -1))}>
                  <ChevronLeftIcon aria-hidden /> Previous
                </TurnButton>
                <Text size="2" color="gray" role="status" id="page" className="figure">
                  {page && page.items.length > 0 ? `${before + 1}–${before + page.items.length} of ${page.total}` : '…'}
                </Text>
                <TurnButton id="next" ready={next !== null && !fetching} onTurn={() => setStarts([...starts, next])}>
                  Next <ChevronRightIcon aria-hidden />
                </TurnButton>
              </nav>
            </Flex>
          </Flex>
          {refusal && (
            <Callout.Root color="red" role="alert">
              <Callout.Text>{refusal.message}</Callout.Text>
              <Button size="1" variant="soft" onClick={() => ask({ requestPolicy: 'network-only' })}>
                Try again
              </Button>
            </Callout.Root>
          )}
          {page?.items.length === 0 && <Text color="gray">No account has had a transaction yet.</Text>}
          <div className="accounts" aria-busy={fetching}>
            {page
              ? page.items.map(({ iban }) => iban && <AccountButton key={iban} iban={iban} followed={iban === followed} onFollow={onFollow} />)
              : Array.from({ length: ACCOUNTS_A_PAGE }, (_, index) => <Skeleton key={index} height="32px" />)}
          </div>
        </Flex>
      </section>
    </Card>
  )
}

interface TurnProps {
  readonly id: string
  readonly ready: boolean
  readonly onTurn: () => void
  readonly children: ReactNode
}

/** Never disabled: it keeps the focus while a page comes, and at the last one. */
function TurnButton({ id, ready, onTurn, children }: TurnProps) {
  return (
    <Button id={id} variant="soft" color="gray" size="2" {...asDisabled(!ready)} onClick={() => ready && onTurn()}>
      {children}
    </Button>
  )
}

function AccountButton({ iban, followed, onFollow }: { readonly iban: string; readonly followed: boolean; readonly onFollow: (iban: string) => void }) {
  return (
    <Button
      variant={followed ? 'solid' : 'surface'}
      color={followed ? 'indigo' : 'gray'}
      className="account"
      aria-pressed={followed}
      data-iban={iban}
      onClick={() => onFollow(iban)}
    >
      {iban}
    </Button>
  )
}
