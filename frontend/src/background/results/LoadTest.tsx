import { Button, Callout, Code, Flex, SegmentedControl, Skeleton, Text } from '@radix-ui/themes'
import { useMemo, useState, useSyncExternalStore } from 'react'
import type { Axis } from './drawing'
import { groupsOf } from './groups'
import { Key } from './Key'
import { Plots } from './Plots'
import type { LoadResults, Run } from './results'
import { Runs } from './Runs'
import { endsOf, linear, logarithmicOver, scaleFor } from './scale'
import { loadsIn, membersIn, sectionsOf } from './sections'
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
            These came with the page. They were measured earlier, on the machine and the day that are named with each. Run <Code>./bank load</Code>, and what
            it measures on yours is shown instead.
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
  return (
    <Flex direction="column" gap="4">
      {rules.length > 1 && <Choice label="Rule of the load test" options={RULES} value={rule} onChange={setRule} />}
      <Text as="p" size="2" color="gray" className="prose">
        {rule === 'open'
          ? 'Clicks, or probes where there is no browser, come on a schedule, whether or not the one before was answered; latency counts from the scheduled time, and a time-out is a measurement.'
          : 'One browser clicks, waits for the change to show, and clicks again, while the heartbeat adds ever more messages.'}
      </Text>
      <Runs runs={chosen} />
      <Curves key={rule} runs={chosen} />
    </Flex>
  )
}

const SCALES = { linear: 'Linear', logarithmic: 'Logarithmic' } as const

function Curves({ runs }: { readonly runs: readonly Run[] }) {
  const groups = useMemo(() => groupsOf(runs), [runs])
  const sections = useMemo(() => sectionsOf(groups), [groups])
  const members = useMemo(() => membersIn(sections), [sections])
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const loads = useMemo(() => members.map((member) => loadsIn(sections, member)), [sections, members])
  const [kind, setKind] = useState(() => scaleFor(loads).kind)
  const x = useMemo<Axis>(() => {
    const shown = loads.filter((_, index) => !hidden.has(members[index]?.label ?? '')).flat()
    const [from, to] = endsOf(shown)
    return { scale: kind === 'linear' ? linear : logarithmicOver(shown), from, to }
  }, [loads, members, hidden, kind])
  const dark = useDark()
  const toggle = (label: string) => setHidden((before) => new Set(before.has(label) ? [...before].filter((other) => other !== label) : [...before, label]))
  if (members.length === 0) return null
  return (
    <Flex direction="column" gap="4">
      <Flex gap="3" align="center" wrap="wrap">
        <Text size="2">Over the load, in messages a second:</Text>
        <Choice label="Scale of the load" options={SCALES} value={kind} onChange={setKind} />
        <Text size="2" color="gray">
          Press a group to hide or show it. <span className="with-mouse">Drag in a plot to zoom, double-click to see all.</span>
        </Text>
      </Flex>
      <Key members={members} hidden={hidden} onToggle={toggle} />
      {sections.map((section) => (
        <Plots key={section.title} section={section} hidden={hidden} x={x} dark={dark} />
      ))}
    </Flex>
  )
}

function Choice<T extends string>(props: { readonly label: string; readonly options: Readonly<Record<T, string>>; readonly value: T; readonly onChange: (value: T) => void }) {
  return (
    <SegmentedControl.Root value={props.value} onValueChange={(value) => props.onChange(value as T)} aria-label={props.label} className="fit">
      {(Object.entries(props.options) as [T, string][]).map(([value, label]) => (
        <SegmentedControl.Item key={value} value={value}>
          {label}
        </SegmentedControl.Item>
      ))}
    </SegmentedControl.Root>
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
