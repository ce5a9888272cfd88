/** Calls back once the page has room to draw; gives the way to call that off. */
export type Schedule = (callback: () => void) => () => void

/** Drawing may take one part in so many of the time; the rest is for the reader's clicks and keys. */
const SHARE = 4

/**
 * Before the next paint, and not before the page had rest from the last time: three times as long as the draw took. What
 * arrives seldom is on the screen within a frame; under load a slow machine draws less often, and stays responsive.
 */
export function whenThereIsRoom(): Schedule {
  let restUntil = 0
  return (callback) => {
    let frame = 0
    const inFrame = () => {
      frame = requestAnimationFrame(() => {
        const began = performance.now()
        // A task of its own comes after styles, layout and paint of this frame.
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => {
          const now = performance.now()
          restUntil = now + (now - began) * (SHARE - 1)
          port1.close()
        })
        port1.start()
        callback()
        port2.postMessage(null)
      })
    }
    const wait = restUntil - performance.now()
    const timer = wait > 0 ? setTimeout(inFrame, wait) : undefined
    if (timer === undefined) inFrame()
    return () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
    }
  }
}

/**
 * Collects what arrives and hands it over when it is drawn, however much arrives. Of more than `limit` items the oldest are
 * dropped, so that a page in the background, which draws nothing, stays small.
 */
export class PerFrame<Item> {
  readonly #limit: number
  readonly #flush: (items: readonly Item[], dropped: number) => void
  readonly #schedule: Schedule
  #items: Item[] = []
  #dropped = 0
  #cancel: (() => void) | undefined

  constructor(limit: number, flush: (items: readonly Item[], dropped: number) => void, schedule: Schedule) {
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
