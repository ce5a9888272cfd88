import type { Point, Run } from './results'

/** The runs of one group as one: at each load the mean over its runs. Clicks and probes are never one. */
export interface Group {
  readonly name: string
  readonly by: Run['by']
  readonly runs: number
  readonly points: readonly GroupPoint[]
}

export interface GroupPoint {
  readonly load: number
  readonly samples: number
  readonly timeouts: number
  readonly messages: number | null
  readonly mean: number | null
  /** Of the mean: between runs where there are several, within the run otherwise. */
  readonly standardError: number | null
  readonly min: number | null
  readonly max: number | null
  readonly p99: number | null
  readonly cpu: ReadonlyMap<string, number>
  readonly memory: ReadonlyMap<string, number>
}

export function groupsOf(runs: readonly Run[]): readonly Group[] {
  return namesOf(runs).map(({ group: name, by, unique }) => {
    const own = runs.filter((run) => run.group === name && run.by === by)
    const loads = [...new Set(own.flatMap(({ points }) => points.map(({ load }) => load)))].toSorted((a, b) => a - b)
    const points = loads.map((load) => combined(load, own.flatMap(({ points: all }) => all.filter((point) => point.load === load))))
    return { name: unique, by, runs: own.length, points }
  })
}

/** Each group once, and twice where it has runs of both kinds. */
function namesOf(runs: readonly Run[]): readonly (Pick<Run, 'group' | 'by'> & { readonly unique: string })[] {
  const first = (run: Run, kinds: readonly Run['by'][]) => runs.findIndex((other) => other.group === run.group && kinds.includes(other.by))
  return runs.flatMap((run, index) => {
    if (first(run, [run.by]) !== index) return []
    return [{ group: run.group, by: run.by, unique: first(run, ['browser', 'probes']) === index ? run.group : `${run.group}, ${run.by}` }]
  })
}

function combined(load: number, points: readonly Point[]): GroupPoint {
  const means = known(points.map(({ latency }) => latency.mean))
  return {
    load,
    samples: sum(points.map(({ samples }) => samples)),
    timeouts: sum(points.map(({ timeouts }) => timeouts)),
    messages: mean(known(points.map(({ messages }) => messages))),
    mean: mean(means),
    standardError: means.length > 1 ? standardError(means) : (points[0]?.latency.standardError ?? null),
    min: extreme(Math.min, known(points.map(({ latency }) => latency.min))),
    max: extreme(Math.max, known(points.map(({ latency }) => latency.max))),
    p99: mean(known(points.map(({ latency }) => latency.p99))),
    cpu: ofProcesses(points, ({ cpu }) => cpu),
    memory: ofProcesses(points, ({ memory }) => memory),
  }
}

function ofProcesses(points: readonly Point[], pick: (process: Point['processes'][string]) => number | null): ReadonlyMap<string, number> {
  const names = new Set(points.flatMap(({ processes }) => Object.keys(processes)))
  const values = new Map<string, number>()
  for (const name of names) {
    const value = mean(known(points.map(({ processes }) => (processes[name] ? pick(processes[name]) : null))))
    if (value !== null) values.set(name, value)
  }
  return values
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : sum(values) / values.length)
const extreme = (of: (...values: number[]) => number, values: readonly number[]) => (values.length === 0 ? null : of(...values))

/** Of the mean of independent values: their standard deviation (n − 1) by the root of their number. */
export function standardError(values: readonly number[]): number | null {
  const middle = mean(values)
  if (middle === null || values.length < 2) return null
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1) / values.length)
}
