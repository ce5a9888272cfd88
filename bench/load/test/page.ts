import type { Browser } from 'playwright-core'
import { vi } from 'vitest'
import { clickOf } from '../src/rules/clicks.js'
import { clock } from './clock.js'

/** A click is painted with a frame that comes so long after the row. */
export const FRAME_MS = 10
/** A document takes so long to come. */
const LOADING_MS = 30

class Target {
  closest(): this {
    return this
  }
}

/**
 * The client's page, as far as a Visitor sees it, with the time of the clock. Who asked in vain finds its buttons not ready until it is loaded
 * anew; performance.now() starts again then, as in a browser.
 */
export class TestPage {
  /** When each click happened, by the clock. */
  readonly clicks: number[] = []
  loaded = 0
  closed = false
  /** After how many milliseconds the click with this number, from 0 on, shows its row; null is never. */
  answer: (click: number) => number | null = () => 20
  /** The bank cannot be reached before this time, by the clock: nothing is answered, and no document comes. */
  awayUntil = 0
  #began = clock.now
  #unknown = false
  #row = { id: 0, shown: '' }
  #listeners: ((event: object) => void)[] = []
  #observers: (() => void)[] = []

  browser(): Browser {
    return { newPage: async () => this, close: async () => void (this.closed = true) } as unknown as Browser
  }

  async addInitScript(): Promise<void> {}

  async goto(): Promise<void> {
    clock.pass(LOADING_MS)
    if (clock.now < this.awayUntil) throw new Error('page.goto: net::ERR_CONNECTION_REFUSED at http://bank/client\nCall log: …')
    this.#began = clock.now
    this.#unknown = false
    this.#listeners = []
    this.#observers = []
    this.loaded++
    vi.stubGlobal('loadTest', undefined)
    vi.stubGlobal('Element', Target)
    vi.stubGlobal('requestAnimationFrame', (callback: (time: number) => void) => this.#later(FRAME_MS, () => callback(performance.now())))
  }

  async fill(_: string, __: string, { timeout = 30_000 }: { timeout?: number } = {}): Promise<void> {
    this.#notWhileUnknown(timeout)
  }
  async click(): Promise<void> {}
  async waitForSelector(): Promise<void> {}

  locator(): object {
    return {
      count: async () => 1,
      waitFor: async ({ timeout }: { timeout: number }) => this.#notWhileUnknown(timeout),
      scrollIntoViewIfNeeded: async () => undefined,
      boundingBox: async () => ({ x: 0, y: 0, width: 1, height: 1 }),
    }
  }

  readonly mouse = {
    move: async () => undefined,
    down: async () => undefined,
    up: async () => {
      const click = this.clicks.push(clock.now) - 1
      this.#within(() => this.#listeners.forEach((listener) => listener({ target: new Target(), timeStamp: performance.now() })))
      const after = clock.now < this.awayUntil ? null : this.answer(click)
      if (after === null) this.#unknown = true
      else {
        this.#later(after, () => {
          this.#row = { id: this.#row.id + 1, shown: clickOf(click).shown }
          this.#observers.forEach((look) => look())
        })
      }
    },
  }

  /** As playwright does with a field that is not to be changed, and with a button that does not become ready. */
  #notWhileUnknown(timeout: number): void {
    if (!this.#unknown) return
    clock.pass(timeout)
    throw new Error(`Timeout ${timeout}ms exceeded.\nCall log: …`)
  }

  async evaluate<A, T>(task: (argument: A) => T, argument: A): Promise<Awaited<T>> {
    let answered = false
    const answer = Promise.resolve(this.#within(() => task(argument))).finally(() => {
      answered = true
    })
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      if (answered) return await answer
      clock.passToNext()
    }
  }

  #later(milliseconds: number, task: () => void): () => void {
    return clock.at(clock.now + milliseconds, () => this.#within(task))
  }

  /** With the globals of the page instead of those of the process. */
  #within<T>(task: () => T): T {
    const page = this
    const globals = {
      performance: clock.performance(this.#began),
      setTimeout: (callback: () => void, milliseconds: number) => this.#later(milliseconds, callback),
      clearTimeout: (cancel?: () => void) => cancel?.(),
      document: {
        body: {},
        querySelector: () => ({ dataset: { id: `${this.#row.id}` }, querySelector: () => ({ textContent: this.#row.shown }) }),
        addEventListener: (_: string, listener: (event: object) => void) => this.#listeners.push(listener),
        removeEventListener: (_: string, listener: (event: object) => void) => {
          this.#listeners = this.#listeners.filter((other) => other !== listener)
        },
      },
      MutationObserver: class {
        readonly #look: () => void
        constructor(look: () => void) {
          this.#look = look
        }
        observe() {
          page.#observers.push(this.#look)
        }
        disconnect() {
          page.#observers = page.#observers.filter((other) => other !== this.#look)
        }
      },
      MessageChannel: class {
        readonly port1 = { onmessage: () => {} }
        readonly port2 = { postMessage: () => page.#later(0, () => this.port1.onmessage()) }
      },
    }
    const all = globalThis as Record<string, unknown>
    const before = Object.keys(globals).map((name) => [name, all[name]] as const)
    Object.assign(all, globals)
    try {
      return task()
    } finally {
      Object.assign(all, Object.fromEntries(before))
    }
  }
}
