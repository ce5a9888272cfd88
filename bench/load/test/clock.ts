import { vi } from 'vitest'

/** Started long ago, and not when a page was loaded. */
const BEGAN = 1_700_000_000_000

/**
 * The time of a test, which passes only when somebody lets it, in milliseconds since 1970. What is to happen at a time happens when it
 * passes.
 */
class Clock {
  #now = BEGAN
  #due: { readonly at: number; readonly task: () => void }[] = []

  get now(): number {
    return this.#now
  }

  at(time: number, task: () => void): () => void {
    const entry = { at: time, task }
    this.#due.push(entry)
    return () => {
      this.#due = this.#due.filter((other) => other !== entry)
    }
  }

  pass(milliseconds: number): void {
    const end = this.#now + milliseconds
    for (;;) {
      const next = this.#due.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#due = this.#due.filter((other) => other !== next)
      this.#now = Math.max(this.#now, next.at)
      next.task()
    }
    this.#now = Math.max(this.#now, end)
  }

  /** Lets time pass until the next thing happens. */
  passToNext(): void {
    const next = Math.min(...this.#due.map(({ at }) => at))
    if (next === Infinity) throw new Error('nothing will ever happen')
    this.pass(Math.max(0, next - this.#now))
  }

  /** A performance of a document, or of a process, that began then. */
  performance(began: number): Pick<Performance, 'timeOrigin' | 'now'> {
    return { timeOrigin: began, now: () => this.#now - began }
  }

  /** Takes the place of rules/pause.js: what would be waited for has passed at once. */
  readonly until = async (due: number, stop: AbortSignal): Promise<void> => {
    // Lets go of what waits for promises, as a real pause would.
    await new Promise((resolve) => setImmediate(resolve))
    if (!stop.aborted) this.pass(Math.max(0, due - performance.now()))
  }

  /** For the test that runs: performance.now() is that of a process with this clock. */
  start(): void {
    this.#now = BEGAN
    this.#due = []
    vi.stubGlobal('performance', this.performance(BEGAN - 60_000))
  }
}

export const clock = new Clock()
