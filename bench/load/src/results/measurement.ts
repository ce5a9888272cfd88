import { Latencies } from '../statistics/latencies.js'
import type { Uses } from '../system/sampler.js'
import type { Point } from './results.js'

/** All that is measured at one load. */
export class Measurement {
  readonly load: number
  readonly latencies = new Latencies()
  readonly #cpu = new Map<string, number[]>()
  readonly #memory = new Map<string, number[]>()
  #messages: number | null = null

  constructor(load: number) {
    this.load = load
  }

  /** A reading of counters and processes. */
  read(messages: number, uses: Uses): void {
    this.#messages = messages
    for (const [name, { cpuPercent, memoryMib }] of Object.entries(uses)) {
      if (cpuPercent !== null) append(this.#cpu, name, cpuPercent)
      append(this.#memory, name, memoryMib)
    }
  }

  point(): Point {
    const { samples, timeouts, mean, standardError, min, max, p50, p99 } = this.latencies.summary()
    const names = [...this.#memory.keys()]
    return {
      load: this.load,
      samples,
      timeouts,
      messages: this.#messages,
      latency_ms: { mean: rounded(mean, 2), standard_error: rounded(standardError, 3), min: rounded(min, 2), max: rounded(max, 2), p50: rounded(p50, 2), p99: rounded(p99, 2) },
      processes: Object.fromEntries(
        names.map((name) => [name, { cpu_percent: rounded(meanOf(this.#cpu.get(name)), 1), memory_mib: rounded(meanOf(this.#memory.get(name)), 1) }]),
      ),
    }
  }
}

function append(lists: Map<string, number[]>, name: string, value: number): void {
  const list = lists.get(name)
  if (list) list.push(value)
  else lists.set(name, [value])
}

const meanOf = (values: readonly number[] | undefined): number | null => (values?.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null)

const rounded = (value: number | null, digits: number): number | null => (value === null ? null : Number(value.toFixed(digits)))
