/** Runs the callback before the next paint; gives the way to call that off. */
export type Schedule = (callback: () => void) => () => void

export const nextFrame: Schedule = (callback) => {
  const handle = requestAnimationFrame(callback)
  return () => cancelAnimationFrame(handle)
}

/**
 * Collects what arrives and hands it over once per painted frame, however much arrives. Of more than `limit` items the oldest
 * are dropped, so that a page in the background, which paints no frames, stays small.
 */
export class PerFrame<Item> {
  readonly #limit: number
  readonly #flush: (items: readonly Item[], dropped: number) => void
  readonly #schedule: Schedule
  #items: Item[] = []
  #dropped = 0
  #cancel: (() => void) | undefined

  constructor(limit: number, flush: (items: readonly Item[], dropped: number) => void, schedule: Schedule = nextFrame) {
    this.#limit = limit
    this.#flush = flush
    this.#schedule = schedule
  }

  add(item: Item): void {
    this.#items.push(item)
    // Cut rarely and by half, since each cut copies.
    if (this.#items.length >= 2 * this.#limit) {
      this.#dropped += this.#items.length - this.#limit
      this.#items = this.#items.slice(-this.#limit)
    }
    this.#cancel ??= this.#schedule(() => {
      this.#cancel = undefined
      const items = this.#items
      const dropped = this.#dropped
      this.#items = []
      this.#dropped = 0
      this.#flush(items, dropped)
    })
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#items = []
  }
}
