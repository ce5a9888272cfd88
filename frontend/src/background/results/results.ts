/** What the load test measured, as it stands in load-results.json; docs/load-results.md describes it. */
export interface LoadResults {
  readonly runs: readonly Run[]
}

export interface Run {
  readonly name: string
  /** Runs of one group measure the same, and are drawn as their mean. */
  readonly group: string
  readonly started: string
  readonly machine: string
  readonly rule: 'closed' | 'open'
  /** Who asked: somebody in a browser, or programs that see no page. */
  readonly by: 'browser' | 'probes'
  readonly outcome: string
  readonly points: readonly Point[]
}

export interface Point {
  /** Messages a second that the heartbeat adds. */
  readonly load: number
  readonly samples: number
  readonly timeouts: number
  /** Messages since the run began; null where it was not measured. */
  readonly messages: number | null
  readonly latency: Latency
  readonly processes: Readonly<Record<string, { readonly cpu: number | null; readonly memory: number | null }>>
}

/** In milliseconds; null where it was not measured. */
export interface Latency {
  readonly mean: number | null
  readonly standardError: number | null
  readonly min: number | null
  readonly max: number | null
  readonly p50: number | null
  readonly p99: number | null
}

/** The file is not what docs/load-results.md describes. */
export class UnreadableResults extends Error {}

/** @throws {UnreadableResults} that names the place and what would be right */
export function readResults(json: unknown): LoadResults {
  const file = objectAt(json, 'the file')
  if (file['format'] !== 1) throw new UnreadableResults('format must be 1: this page reads no other')
  return { runs: listAt(file['runs'], 'runs').map((run, index) => readRun(objectAt(run, `runs[${index}]`), `runs[${index}]`)) }
}

function readRun(run: Record<string, unknown>, at: string): Run {
  const rule = run['rule']
  if (rule !== 'closed' && rule !== 'open') throw new UnreadableResults(`${at}.rule must be "closed" or "open"`)
  const by = run['by'] ?? 'browser'
  if (by !== 'browser' && by !== 'probes') throw new UnreadableResults(`${at}.by must be "browser" or "probes"`)
  const name = textAt(run['name'], `${at}.name`)
  const points = listAt(run['points'], `${at}.points`).map((point, index) => {
    const place = `${at}.points[${index}]`
    return readPoint(objectAt(point, place), place)
  })
  return {
    name,
    group: typeof run['group'] === 'string' ? run['group'] : name,
    started: textAt(run['started'], `${at}.started`),
    machine: typeof run['machine'] === 'string' ? run['machine'] : '',
    rule,
    by,
    outcome: typeof run['outcome'] === 'string' ? run['outcome'] : '',
    points: points.toSorted((a, b) => a.load - b.load),
  }
}

function readPoint(point: Record<string, unknown>, at: string): Point {
  const latency = objectAt(point['latency_ms'], `${at}.latency_ms`)
  const ms = (name: string) => numberOrNull(latency[name], `${at}.latency_ms.${name}`)
  const processes = objectAt(point['processes'] ?? {}, `${at}.processes`)
  return {
    load: numberAt(point['load'], `${at}.load`),
    samples: numberAt(point['samples'], `${at}.samples`),
    timeouts: numberOrNull(point['timeouts'], `${at}.timeouts`) ?? 0,
    messages: numberOrNull(point['messages'], `${at}.messages`),
    latency: {
      mean: ms('mean'),
      standardError: ms('standard_error'),
      min: ms('min'),
      max: ms('max'),
      p50: ms('p50'),
      p99: ms('p99'),
    },
    processes: Object.fromEntries(
      Object.entries(processes).map(([name, value]) => {
        const place = `${at}.processes.${name}`
        const process = objectAt(value, place)
        return [
          name,
          {
            cpu: numberOrNull(process['cpu_percent'], `${place}.cpu_percent`),
            memory: numberOrNull(process['memory_mib'], `${place}.memory_mib`),
          },
        ]
      }),
    ),
  }
}

function objectAt(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UnreadableResults(`${at} must be an object`)
  return value as Record<string, unknown>
}

function listAt(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new UnreadableResults(`${at} must be a list`)
  return value
}

function textAt(value: unknown, at: string): string {
  if (typeof value !== 'string') throw new UnreadableResults(`${at} must be a text`)
  return value
}

function numberAt(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new UnreadableResults(`${at} must be a number`)
  return value
}

function numberOrNull(value: unknown, at: string): number | null {
  return value === undefined || value === null ? null : numberAt(value, at)
}
