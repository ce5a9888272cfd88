import { Button, Callout, Code, Flex, SegmentedControl, Skeleton, Text } from '@radix-ui/themes'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { chartsOf } from './curves'
import { groupsOf } from './groups'
import { Plot } from './Plot'
import type { LoadResults, Run } from './results'
import { useResults } from './useResults'

export function LoadTest() {
  const { known, again } = useResults()
  if (known.phase === 'loading') return <Skeleton height="280px" />
  if (known.phase === 'none') {
    return (
      <Callout.Root color="gray" id="no-results">
        <Callout.Text>
          No results yet. Run <Code>./bank load</Code>, and what it measures on this machine is shown here.
        </Callout.Text>
      </Callout.Root>
    )
  }
  if (known.phase === 'failed') {
    return (
      <Callout.Root color="red" role="alert">
        <Callout.Text>{known.reason}</Callout.Text>
        <Button size="1" variant="soft" onClick={() => void again()}>
          Try again
        </Button>
      </Callout.Root>
    )
  }
  return (
    <Flex direction="column" gap="4">
      {!known.measuredHere && (
        <Callout.Root color="gray" id="shipped-results">
          <Callout.Text>
            These were measured when this version was made, on the machine that is named with each. Run <Code>./bank load</Code>, and what it measures on
            yours is shown instead.
          </Callout.Text>
        </Callout.Root>
      )}
      <Results results={known.results} />
    </Flex>
  )
}

const RULES = { open: 'Open loop', closed: 'Closed loop' } as const

function Results({ results: { runs } }: { readonly results: LoadResults }) {
  const rules = (['open', 'closed'] as const).filter((rule) => runs.some((run) => run.rule === rule))
  const [rule, setRule] = useState<Run['rule']>(rules[0] ?? 'closed')
  const chosen = useMemo(() => runs.filter((run) => run.rule === rule), [runs, rule])
  const charts = useMemo(() => chartsOf(groupsOf(chosen)), [chosen])
  const dark = useDark()
  return (
    <Flex direction="column" gap="4">
      {rules.length > 1 && (
        <SegmentedControl.Root value={rule} onValueChange={(value) => setRule(value as Run['rule'])} aria-label="Rule of the load test" className="fit">
          {rules.map((one) => (
            <SegmentedControl.Item key={one} value={one}>
              {RULES[one]}
            </SegmentedControl.Item>
          ))}
        </SegmentedControl.Root>
      )}
      <Text as="p" size="2" color="gray">
        {rule === 'open'
          ? 'Clicks come on a schedule, whether or not the one before was answered; latency counts from the scheduled time, and a time-out is a measurement.'
          : 'One browser clicks, waits for the change to show, and clicks again, while the heartbeat adds ever more messages.'}{' '}
        The load is in messages a second. Drag to zoom, double-click to see all, click a name to hide its curve.
      </Text>
      <ul className="runs">
        {chosen.map((run) => (
          <li key={`${run.name} ${run.started}`}>
            <Text size="2">
              <strong>{run.name}</strong>, {new Date(run.started).toLocaleString('nl-NL')}
              {run.machine && `, ${run.machine}`}
              {run.outcome && `: ${run.outcome}`}
            </Text>
          </li>
        ))}
      </ul>
      <div className="plots">
        {charts.map((chart) => (
          <Plot key={chart.title} chart={chart} dark={dark} />
        ))}
      </div>
    </Flex>
  )
}

/** Whether the page is dark at the moment. */
function useDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const observer = new MutationObserver(listener)
      observer.observe(document.documentElement, { attributeFilter: ['class'] })
      return () => observer.disconnect()
    },
    () => document.documentElement.classList.contains('dark'),
  )
}
