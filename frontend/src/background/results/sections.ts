import type { Group, GroupPoint } from './groups'
import { markOf, type Mark } from './marks'
import { PUBLISHED } from './published'

/** Whose curves there are, once for all plots. */
export interface Member {
  readonly label: string
  /** What is told beside the label. */
  readonly detail: string
  readonly mark: Mark
  readonly order: number
}

/** One thing that was measured of one member. */
export interface Curve {
  readonly member: Member
  /** Load to value. */
  readonly values: ReadonlyMap<number, number>
  /** Load to the standard error of the value, where it is known. */
  readonly errors: ReadonlyMap<number, number>
}

/** One thing that was measured, of all members. */
export interface Chart {
  readonly title: string
  readonly curves: readonly Curve[]
}

export interface Section {
  readonly title: string
  readonly unit: string
  readonly of: 'latency' | 'use' | 'count'
  /** What is not to be seen, and why. */
  readonly note: string | null
  readonly charts: readonly Chart[]
}

/** The groups that were measured, and what the original published of itself. */
function membersOf(groups: readonly Group[]): readonly Member[] {
  const own = groups.map(({ name, runs, points }) => ({ label: name, detail: `${runs === 1 ? '1 run' : `${runs} runs`}${loadsOf(points)}`, foreign: false }))
  const published = PUBLISHED.map(({ name }) => ({ label: name, detail: 'as published, on another machine', foreign: true }))
  return [...own, ...published].map(({ label, detail, foreign }, index) => ({ label, detail, mark: markOf(index, foreign), order: index }))
}

/** All plots, each over the load. A chart without a value of our own is left out, and so is a section without a chart. */
export function sectionsOf(groups: readonly Group[]): readonly Section[] {
  const members = membersOf(groups)
  const chart = (title: string, pick: (point: GroupPoint) => number | null, by?: Group['by'], error: (point: GroupPoint) => number | null = () => null): Chart => ({
    title,
    curves: groups.flatMap((group, index) => (by === undefined || group.by === by ? curve(members[index], group.points, pick, error) : [])),
  })
  const withPublished = (own: Chart, pick: (point: (typeof PUBLISHED)[number]['points'][number]) => number): Chart =>
    own.curves.length === 0
      ? own
      : { ...own, curves: [...own.curves, ...PUBLISHED.flatMap(({ points }, index) => curve(members[groups.length + index], points, pick, () => null))] }
  const processes = [...new Set(groups.flatMap(({ points }) => points.flatMap(({ cpu, memory }) => [...memory.keys(), ...cpu.keys()])))]
  const uses = (pick: (point: GroupPoint) => ReadonlyMap<string, number>): readonly Chart[] => [
    ...(processes.filter(isBroker).length > 1 ? [chart('kafka, all brokers', (point) => ofBrokers(pick(point)))] : []),
    ...processes.map((name) => chart(name, (point) => pick(point).get(name) ?? null)),
  ]
  const latency = (title: string, by: Group['by']): Section => ({
    title,
    unit: 'ms',
    of: 'latency',
    note: noteOf(groups.filter((group) => group.by === by)),
    charts: [
      chart('Mean', ({ mean }) => mean, by, ({ standardError }) => standardError),
      chart('99th percentile', ({ p99 }) => p99, by),
      chart('Maximum', ({ max }) => max, by),
      chart('Minimum', ({ min }) => min, by),
    ],
  })
  const clicks = latency('Latency, from the click to the screen', 'browser')
  const [mean, p99, ...extremes] = clicks.charts
  const sections: Section[] = [
    {
      ...clicks,
      charts: [...(mean ? [withPublished(mean, (point) => point.mean)] : []), ...(p99 ? [withPublished(p99, (point) => point.p99)] : []), ...extremes],
    },
    latency('Latency of probes, which see no page, until the event is there', 'probes'),
    { title: 'CPU', unit: '% of one core', of: 'use', note: null, charts: uses(({ cpu }) => cpu) },
    { title: 'Memory', unit: 'MiB', of: 'use', note: null, charts: uses(({ memory }) => memory) },
    {
      title: 'Counts',
      unit: 'at each load',
      of: 'count',
      note: null,
      charts: [
        chart('Messages since the run began', ({ messages }) => messages),
        chart('Measurements', ({ samples }) => samples),
        chart('Time-outs among them', ({ timeouts }) => timeouts),
      ],
    },
  ]
  return sections.map((section) => ({ ...section, charts: section.charts.filter(({ curves }) => curves.length > 0) })).filter(({ charts }) => charts.length > 0)
}

/** `kafka` is the only one, `kafka-1` the first of several. */
const isBroker = (process: string): boolean => /^kafka(-\d+)?$/.test(process)

/** Of all brokers together, so that one can be compared with three; null where there is none. */
function ofBrokers(uses: ReadonlyMap<string, number>): number | null {
  const own = [...uses].flatMap(([name, use]) => (isBroker(name) ? [use] : []))
  return own.length === 0 ? null : own.reduce((total, use) => total + use, 0)
}

/** Why 99th percentiles are not to be seen, or null where all are. */
function noteOf(groups: readonly Group[]): string | null {
  const points = groups.flatMap((group) => group.points)
  const known = points.filter(({ p99 }) => p99 !== null).length
  if (known === points.length) return null
  return `A 99th percentile needs 500 measurements of one run at one load, and ${known === 0 ? 'there are fewer in each' : 'has no point where there are fewer'}.`
}

/** Those that have a curve in some chart, in their order. */
export function membersIn(sections: readonly Section[]): readonly Member[] {
  const there = new Set(curvesIn(sections).map(({ member }) => member))
  return [...there].toSorted((a, b) => a.order - b.order)
}

/** The loads that one of them has values at. */
export const loadsIn = (sections: readonly Section[], member: Member): readonly number[] => [
  ...new Set(curvesIn(sections).flatMap((one) => (one.member === member ? [...one.values.keys()] : []))),
]

const curvesIn = (sections: readonly Section[]): readonly Curve[] => sections.flatMap(({ charts }) => charts.flatMap(({ curves }) => curves))

function curve<P extends { readonly load: number }>(
  member: Member | undefined,
  points: readonly P[],
  pick: (point: P) => number | null,
  error: (point: P) => number | null,
): readonly Curve[] {
  const known = (of: (point: P) => number | null) => new Map(points.flatMap((point): [number, number][] => {
    const value = of(point)
    return value === null ? [] : [[point.load, value]]
  }))
  const values = known(pick)
  return member && values.size > 0 ? [{ member, values, errors: known(error) }] : []
}

const whole = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 })

function loadsOf(points: readonly GroupPoint[]): string {
  const loads = points.map(({ load }) => load)
  if (loads.length === 0) return ''
  const [lowest, highest] = [Math.min(...loads), Math.max(...loads)]
  return lowest === highest ? `, at ${whole.format(lowest)}/s` : `, ${whole.format(lowest)} to ${whole.format(highest)}/s`
}
