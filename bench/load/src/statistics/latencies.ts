import { build, type Histogram } from 'hdr-histogram-js'

/** In milliseconds; null where there are too few measurements to say. */
export interface Summary {
  readonly samples: number
  readonly timeouts: number
  readonly mean: number | null
  readonly standardError: number | null
  readonly min: number | null
  readonly max: number | null
  readonly p50: number | null
  readonly p99: number | null
}

const MICROSECONDS = 1000

/**
 * A percentile is given only when so many measurements are expected beyond it. With none, it would be the maximum under another name; with one or
 * two, whatever happened once.
 */
const BEYOND = 5

/** So many measurements have a percentile: ten for the median, 500 for the 99th. */
export const fewestFor = (percent: number): number => Math.ceil((BEYOND * 100) / (100 - percent))

/**
 * The latencies at one load. Percentiles come from an HDR histogram of microseconds with three digits; mean, minimum and maximum are exact. A
 * time-out is a measurement of its full time, so that a slow bank never looks faster for having been given up on.
 */
export class Latencies {
  readonly #histogram: Histogram = build({ lowestDiscernibleValue: 1, highestTrackableValue: 600_000_000, numberOfSignificantValueDigits: 3 })
  #samples = 0
  #timeouts = 0
  #mean = 0
  /** Sum of squared distances from the mean (Welford). */
  #squares = 0
  #min = Infinity
  #max = 0

  add(milliseconds: number, timedOut = false): void {
    if (!(milliseconds >= 0)) throw new RangeError(`a latency cannot be ${milliseconds} ms`)
    this.#histogram.recordValue(Math.max(1, Math.round(milliseconds * MICROSECONDS)))
    this.#samples++
    if (timedOut) this.#timeouts++
    const distance = milliseconds - this.#mean
    this.#mean += distance / this.#samples
    this.#squares += distance * (milliseconds - this.#mean)
    this.#min = Math.min(this.#min, milliseconds)
    this.#max = Math.max(this.#max, milliseconds)
  }

  get timeouts(): number {
    return this.#timeouts
  }

  summary(): Summary {
    const samples = this.#samples
    const some = <T>(value: T): T | null => (samples > 0 ? value : null)
    // The histogram gives the top of a value's bucket, which can lie above the highest value there was.
    const percentile = (percent: number) =>
      samples < fewestFor(percent) ? null : Math.min(this.#max, this.#histogram.getValueAtPercentile(percent) / MICROSECONDS)
    return {
      samples,
      timeouts: this.#timeouts,
      mean: some(this.#mean),
      standardError: samples > 1 ? Math.sqrt(this.#squares / (samples - 1) / samples) : null,
      min: some(this.#min),
      max: some(this.#max),
      p50: percentile(50),
      p99: percentile(99),
    }
  }
}
