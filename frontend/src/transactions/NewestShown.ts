import { createContext } from 'react'
import { pause } from '../endpoint/backoff'

/** Which transaction of an account is the newest on the screen, for who waits until there is a newer one. */
export class NewestShown {
  readonly #waiting = new Set<() => void>()
  #id = 0

  /** 0 where none is shown. */
  get id(): number {
    return this.#id
  }

  /** The one with this id is on the screen, painted. */
  shown(id: number): void {
    if (id <= this.#id) return
    this.#id = id
    for (const arrived of this.#waiting) arrived()
    this.#waiting.clear()
  }

  /** Waits until a newer one than this is shown, but no longer than so many milliseconds, or until the signal aborts. */
  async newerThan(id: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.#id > id) return
    const newer = new Promise<void>((resolve) => void this.#waiting.add(resolve))
    await Promise.race([newer, pause(ms, signal).catch(() => undefined)])
  }
}

/** Null where no list of the account is on the screen. */
export const NewestShownContext = createContext<NewestShown | null>(null)
