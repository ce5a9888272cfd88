import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { BEATS, counterOf } from '../bank/metrics.js'
import type { Bank } from '../bank/bank.js'
import { TIME_OUT_MS } from '../settings.js'
import { Sampler } from '../system/sampler.js'
import { Measurement } from './measurement.js'
import type { ResultsFile, Run } from './results.js'

/** Each so many rows, counters and processes are read. */
export const ROWS_PER_READING = 20

export type Heading = Pick<Run, 'name' | 'group' | 'started' | 'machine' | 'rule' | 'by'>

/** Keeps one run: each row in a file of its own as it comes, and the points in the results whenever they are saved. */
export class Recorder {
  readonly rows: string
  readonly #file: ResultsFile
  readonly #heading: Heading
  readonly #heartbeat: string
  readonly #beatsBefore: number
  readonly #sampler: Sampler
  readonly #measurements = new Map<number, Measurement>()

  /** @param beatsBefore what the heartbeat has sent already, and does not belong to the run */
  constructor(file: ResultsFile, heading: Heading, bank: Bank, beatsBefore = 0) {
    this.#file = file
    this.#heading = heading
    this.#heartbeat = bank.heartbeatMetrics
    this.#beatsBefore = beatsBefore
    this.#sampler = new Sampler([...bank.processes, { name: 'load-test', pid: process.pid }])
    const folder = join(bank.home, 'load', 'rows')
    mkdirSync(folder, { recursive: true })
    this.rows = join(folder, `${heading.started.replaceAll(/[:.]/g, '-')}-${heading.rule}.jsonl`)
  }

  /** Of a run that begins now: messages count from here on. */
  static async begin(file: ResultsFile, heading: Heading, bank: Bank): Promise<Recorder> {
    return new Recorder(file, heading, bank, await counterOf(bank.heartbeatMetrics, BEATS))
  }

  /** What is measured at this load; measured again, it is added to. */
  at(load: number): Measurement {
    const known = this.#measurements.get(load)
    if (known) return known
    const begun = new Measurement(load)
    this.#measurements.set(load, begun)
    return begun
  }

  /** Whether this load was measured before. */
  has(load: number): boolean {
    return this.#measurements.has(load)
  }

  /** Takes this one for what was measured at its load before, which is left to the rows. */
  replace(measurement: Measurement): void {
    this.#measurements.set(measurement.load, measurement)
  }

  /** Forgets what the processes used until now, so that the next reading is of one load alone. */
  beginReading(): void {
    this.#sampler.sample()
  }

  async read(measurement: Measurement): Promise<void> {
    const beats = (await counterOf(this.#heartbeat, BEATS)) - this.#beatsBefore
    const processes = this.#sampler.sample()
    measurement.read(beats, processes)
    this.#append({ load: measurement.load, beats, processes })
  }

  /**
   * @param gaveUp whether what was waited for did not come
   * @returns whether it is a time-out: what came at last, but too late, is one as well, with its full latency
   */
  row(measurement: Measurement, latencyMs: number, gaveUp: boolean): boolean {
    const timedOut = gaveUp || latencyMs >= TIME_OUT_MS
    measurement.latencies.add(latencyMs, timedOut)
    this.#append({ load: measurement.load, latency_ms: Number(latencyMs.toFixed(3)), ...(timedOut && { timeout: true }) })
    return timedOut
  }

  #append(row: object): void {
    appendFileSync(this.rows, `${JSON.stringify({ at: new Date().toISOString(), ...row })}\n`)
  }

  save(outcome: string): void {
    const points = [...this.#measurements.values()].map((measurement) => measurement.point()).filter(({ samples }) => samples > 0)
    if (points.length > 0) this.#file.put({ ...this.#heading, outcome, points: points.toSorted((a, b) => a.load - b.load) })
  }

  get isEmpty(): boolean {
    return [...this.#measurements.values()].every(({ latencies }) => latencies.summary().samples === 0)
  }
}
