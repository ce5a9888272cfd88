import { Failure } from '../failure.js'

/** The batch goes out ten times a second, as in the original: one more in it are ten messages a second more. */
const WAIT_MS = 100

interface Setting {
  readonly batch_size: number
  readonly wait_ms: number
}

/** The heartbeat's control: how many messages a second it adds. */
export class Pace {
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  /** @param load messages a second, rounded to tens */
  async set(load: number): Promise<void> {
    await this.#ask({ batch_size: Math.round((load * WAIT_MS) / 1000), wait_ms: WAIT_MS })
  }

  /** @returns how to put back what was set before */
  async remember(): Promise<() => Promise<void>> {
    const before = await this.#ask()
    return async () => {
      await this.#ask(before)
    }
  }

  async #ask(setting?: Setting): Promise<Setting> {
    const silent = (cause: unknown) => new Failure(`the heartbeat does not answer at ${this.#url}. How it is: ./bank status`, { cause })
    const response = await fetch(this.#url, {
      ...(setting && { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(setting) }),
      signal: AbortSignal.timeout(5000),
    }).catch((failed) => Promise.reject(silent(failed)))
    if (!response.ok) throw new Failure(`the heartbeat refused its pace with ${response.status}: ${await response.text()}`)
    return (await response.json()) as Setting
  }
}

/** The load that the heartbeat can be set to, nearest to this one. */
export const settable = (load: number): number => Math.round(load / 10) * 10
