import { ExclamationTriangleIcon, PauseIcon, PlayIcon } from '@radix-ui/react-icons'
import { Badge, Button, Callout, Card, Flex, Heading, Skeleton, Text } from '@radix-ui/themes'
import { memo, useContext, useEffect, useState, type ReactNode } from 'react'
import { SHOW_ALL, type ItemCount } from './fields'
import { ListControls } from './ListControls'
import type { LiveTransactions, Phase } from './LiveTransactions'
import { NewestShownContext } from './NewestShown'
import { afterPaint } from './paint'
import { TransactionTable } from './TransactionTable'
import { useTransactions } from './useTransactions'

interface Props {
  readonly account: string
  readonly title: string
  readonly children?: ReactNode
  /** Said where there is no transaction yet. */
  readonly empty: string
}

/** The transactions of one account, live, with what can be chosen of them. */
export function TransactionPanel({ account, title, children, empty }: Props) {
  const [items, setItems] = useState<ItemCount>(10)
  const [shown, setShown] = useState(SHOW_ALL)
  const { now, live } = useTransactions(account, { items, shown })
  const newest = now.rows[0]?.id ?? 0
  const newestShown = useContext(NewestShownContext)
  useEffect(() => {
    if (!newestShown) return
    const frame = requestAnimationFrame(() => afterPaint(() => newestShown.shown(newest)))
    return () => cancelAnimationFrame(frame)
  }, [newest, newestShown])

  return (
    <Card size={{ initial: '2', sm: '3' }} asChild>
      <section aria-label={title} className="transaction-panel" data-phase={now.phase}>
        <Flex direction="column" gap="4">
          <Flex justify="between" align="start" gap="3" wrap="wrap">
            <Flex direction="column" gap="1">
              <Heading as="h2" size="5">
                {title}
              </Heading>
              {children}
            </Flex>
            <Flex align="center" gap="3">
              <PhaseBadge phase={now.phase} />
              {now.phase !== 'refused' && <HoldButton held={now.held} live={live} />}
            </Flex>
          </Flex>
          <ListControls items={items} onItems={setItems} shown={shown} onShown={setShown} />
          {now.phase === 'refused' && now.refusal && (
            <Callout.Root color="red" role="alert">
              <Callout.Icon>
                <ExclamationTriangleIcon />
              </Callout.Icon>
              <Callout.Text>{now.refusal.message}</Callout.Text>
            </Callout.Root>
          )}
          {now.phase === 'reconnecting' && now.rows.length === 0 && (
            <Text color="gray" role="status">
              {now.refusal?.message ?? 'The bank cannot be reached.'} It is tried again.
            </Text>
          )}
          {now.phase === 'loading' && now.rows.length === 0 && <LoadingRows />}
          {now.phase === 'live' && now.rows.length === 0 && (
            <Text color="gray" className="empty">
              {empty}
            </Text>
          )}
          {now.rows.length > 0 && (
            <div className="scroller" data-old={now.phase === 'reconnecting' || undefined}>
              <TransactionTable
                caption={`${title}: the newest transactions first`}
                rows={now.rows}
                leaving={now.leaving}
                onLeft={live.left}
                freshAfter={now.freshAfter}
                shown={shown}
              />
            </div>
          )}
        </Flex>
      </section>
    </Card>
  )
}

const PHASES: Readonly<Record<Phase, { readonly text: string; readonly color: 'green' | 'amber' | 'gray' | 'red' }>> = {
  loading: { text: 'Loading', color: 'gray' },
  live: { text: 'Live', color: 'green' },
  reconnecting: { text: 'Reconnecting', color: 'amber' },
  refused: { text: 'Not shown', color: 'red' },
}

const PhaseBadge = memo(function PhaseBadge({ phase }: { readonly phase: Phase }) {
  const { text, color } = PHASES[phase]
  return (
    <Badge size="2" color={color} radius="full" role="status" className="phase">
      <span className="dot" aria-hidden />
      {text}
    </Badge>
  )
})

/** Keeps the list as it is, and tells how many came meanwhile. */
const HoldButton = memo(function HoldButton({ held, live }: { readonly held: number | null; readonly live: LiveTransactions }) {
  return (
    <Button id="hold" variant="soft" color="gray" size="2" onClick={() => (held === null ? live.hold() : live.release())}>
      {held === null ? (
        <>
          <PauseIcon aria-hidden /> Pause
        </>
      ) : (
        <>
          <PlayIcon aria-hidden /> Go on{held > 0 && ` (${held} new)`}
        </>
      )}
    </Button>
  )
})

function LoadingRows() {
  return (
    <Flex direction="column" gap="3" aria-hidden>
      {[1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} height="28px" />
      ))}
    </Flex>
  )
}
