import { afterPaint } from './paint'

/** Calls back once the page has room to draw; gives the way to call that off. */
export type Schedule = (callback: () => void) => () => void

/** Drawing takes one part in so many of the time where a draw is short; the rest is for the reader's clicks and keys. */
const SHARE = 4

/** Milliseconds. In a longer rest so much would arrive that the next draw takes long for it, and the rest after it, and so on. */
const REST_OF_CROWDS = 60

/** Never less than the draw took, so that half of the time is the reader's on the slowest machine, too. */
const rest = (took: number): number => Math.max(took, Math.min(took * (SHARE - 1), REST_OF_CROWDS))

/**
 * At once where the page has had rest, so that the next frame has only to paint what changed; else within a frame, and not before the page
 * had rest from the last time. What arrives seldom is on the screen with the next frame; under load
 * a slow machine draws less often, and stays responsive.
 */
export function whenThereIsRoom(): Schedule {
  let restUntil = 0
  // What was drawn at once and not painted yet. A page that nobody looks at paints nothing, and so draws nothing more.
  let unpainted = false

  const rested = () => !unpainted && performance.now() >= restUntil

  /** To be called in a frame: once that is painted it is known how long the draw took, and the rest begins. */
  const restAfterPaint = (before: number) => {
    const began = performance.now()
    afterPaint(() => {
      const now = performance.now()
      restUntil = Math.max(restUntil, now + rest(before + now - began))
      unpainted = false
    })
  }

  const drawAtOnce = (callback: () => void) => {
    const began = performance.now()
    unpainted = true
    callback()
    // React changes the document in a microtask, which comes before this one.
    queueMicrotask(() => {
      const took = performance.now() - began
      requestAnimationFrame(() => restAfterPaint(took))
    })
  }

  return (callback) => {
    let called = true
    let frame = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const inFrame = () => {
      frame = requestAnimationFrame(() => {
        restAfterPaint(0)
        callback()
      })
    }
    const wait = restUntil - performance.now()
    if (rested()) queueMicrotask(() => called && drawAtOnce(callback))
    else if (wait > 0) timer = setTimeout(inFrame, wait)
    else inFrame()
    return () => {
      called = false
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
    this.#dropped = 0
  }
}
