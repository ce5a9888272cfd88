import type { Group, GroupPoint } from './groups'
import { PUBLISHED } from './published'

export interface Curve {
  readonly label: string
  readonly dashed: boolean
  /** Shown at the start; the others at a click on the legend. */
  readonly shown: boolean
  /** Load to value. */
  readonly values: ReadonlyMap<number, number>
}

export interface Chart {
  readonly title: string
  readonly unit: string
  readonly curves: readonly Curve[]
}

/** All plots of the load test, over the load. A plot without a value is left out. */
export function chartsOf(groups: readonly Group[]): readonly Chart[] {
  const several = groups.length > 1
  const label = (group: Group, what: string) => (several ? `${group.name}: ${what}` : what)
  const each = (make: (group: Group, index: number) => readonly Curve[]) => groups.flatMap(make)
  const charts: Chart[] = [
    {
      title: 'Latency, from the click to the screen',
      unit: 'ms',
      curves: [
        ...each((group) => [
          curve(label(group, 'mean'), group, ({ mean }) => mean),
          curve(label(group, 'p99'), group, ({ p99 }) => p99, { dashed: true }),
          curve(label(group, 'max'), group, ({ max }) => max, { dashed: true, shown: !several }),
          curve(label(group, 'min'), group, ({ min }) => min, { dashed: true, shown: !several }),
        ]),
        ...PUBLISHED.flatMap(({ name, points }) => [
          { label: `${name}: mean`, dashed: true, shown: true, values: new Map(points.map(({ load, mean }) => [load, mean])) },
          { label: `${name}: p99`, dashed: true, shown: false, values: new Map(points.map(({ load, p99 }) => [load, p99])) },
        ]),
      ],
    },
    {
      title: 'Standard error of the mean latency',
      unit: 'ms',
      curves: each((group) => [curve(label(group, 'standard error'), group, ({ standardError }) => standardError)]),
    },
    { title: 'Messages', unit: 'messages', curves: each((group) => [curve(label(group, 'messages'), group, ({ messages }) => messages)]) },
    { title: 'CPU', unit: '% of one core', curves: each((group, index) => ofProcesses(group, index > 0, label, ({ cpu }) => cpu)) },
    { title: 'Memory', unit: 'MiB', curves: each((group, index) => ofProcesses(group, index > 0, label, ({ memory }) => memory)) },
    {
      title: 'Number of measurements',
      unit: 'measurements',
      curves: each((group) => [
        curve(label(group, 'measurements'), group, ({ samples }) => samples),
        curve(label(group, 'time-outs'), group, ({ timeouts }) => timeouts, { dashed: true }),
      ]),
    },
  ]
  return charts
    .map((chart) => ({ ...chart, curves: chart.curves.filter(({ values }) => values.size > 0) }))
    .filter(({ curves }) => curves.length > 0)
}

/** A process has its place in the order, and so its colour, in each group; all groups but the first are dashed. */
function ofProcesses(
  group: Group,
  dashed: boolean,
  label: (group: Group, what: string) => string,
  pick: (point: GroupPoint) => ReadonlyMap<string, number>,
): readonly Curve[] {
  const names = [...new Set(group.points.flatMap((point) => [...pick(point).keys()]))]
  return names.map((name) => curve(label(group, name), group, (point) => pick(point).get(name) ?? null, { dashed }))
}

function curve(
  label: string,
  { points }: Group,
  pick: (point: GroupPoint) => number | null,
  { dashed = false, shown = true }: { readonly dashed?: boolean; readonly shown?: boolean } = {},
): Curve {
  const values = new Map<number, number>()
  for (const point of points) {
    const value = pick(point)
    if (value !== null) values.set(point.load, value)
  }
  return { label, dashed, shown, values }
}
