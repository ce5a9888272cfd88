import type { Measurement } from '../results/measurement.js'

/** Tells how far a run is: on a terminal in one line that changes, elsewhere in one line for each load. */
export class Progress {
  readonly #out: NodeJS.WriteStream
  readonly #began = performance.now()
  #open = false
  #toldAt = 0

  constructor(out: NodeJS.WriteStream) {
    this.#out = out
  }

  say(text: string): void {
    this.#endLine()
    this.#out.write(`${text}\n`)
  }

  /** Something was measured. */
  step(measurement: Measurement, where: string): void {
    if (!this.#out.isTTY) return
    const now = performance.now()
    if (now - this.#toldAt < 200) return
    this.#toldAt = now
    const text = `${clock(now - this.#began)}  ${where}  ${this.#figures(measurement)}`
    this.#out.write(`\r${text.slice(0, (this.#out.columns || 80) - 1)}\u001b[K`)
    this.#open = true
  }

  /** All is measured at one load. */
  done(measurement: Measurement, remark = ''): void {
    this.say(`${clock(performance.now() - this.#began)}  ${this.#figures(measurement)}${remark && `  ${remark}`}`)
  }

  #figures({ load, latencies }: Measurement): string {
    const { samples, timeouts, mean, p99, max } = latencies.summary()
    return `${load} messages/s: mean ${ms(mean)}, p99 ${ms(p99)}, max ${ms(max)} of ${samples}${timeouts > 0 ? `, ${timeoutsInWords(timeouts)}` : ''}`
  }

  #endLine(): void {
    if (this.#open) this.#out.write('\r\u001b[K')
    this.#open = false
  }
}

const ms = (value: number | null): string => (value === null ? '–' : `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`)

const clock = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export const timeoutsInWords = (timeouts: number): string => (timeouts === 0 ? 'no time-out' : timeouts === 1 ? '1 time-out' : `${timeouts} time-outs`)
