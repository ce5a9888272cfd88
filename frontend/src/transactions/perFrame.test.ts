import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PerFrame, whenThereIsRoom, type Schedule } from './perFrame'

/** Frames that come when the test says so. */
function frames(): { schedule: Schedule; paint: () => void; waiting: () => number } {
  let callbacks: (() => void)[] = []
  return {
    schedule: (callback) => {
      callbacks.push(callback)
      return () => {
        callbacks = callbacks.filter((other) => other !== callback)
      }
    },
    paint: () => {
      const due = callbacks
      callbacks = []
      for (const callback of due) callback()
    },
    waiting: () => callbacks.length,
  }
}

describe('what arrives', () => {
  it('is handed over once per frame, in its order', () => {
    const { schedule, paint, waiting } = frames()
    const drawn: number[][] = []
    const perFrame = new PerFrame<number>(100, (items) => drawn.push([...items]), schedule)
    for (let item = 1; item <= 5; item++) perFrame.add(item)
    expect(waiting()).toBe(1)
    paint()
    perFrame.add(6)
    paint()
    paint()
    expect(drawn).toEqual([[1, 2, 3, 4, 5], [6]])
  })

  it('stays bounded while no frame is painted; the newest are kept, and the dropped are counted', () => {
    const { schedule, paint } = frames()
    const flush = vi.fn<(items: readonly number[], dropped: number) => void>()
    const perFrame = new PerFrame<number>(10, flush, schedule)
    for (let item = 1; item <= 100_000; item++) perFrame.add(item)
    paint()
    const [items, dropped] = flush.mock.lastCall ?? [[], 0]
    expect(items.length).toBeLessThan(20)
    expect(items.at(-1)).toBe(100_000)
    expect(items.length + dropped).toBe(100_000)
  })

  it('is forgotten when nobody looks on any more', () => {
    const { schedule, paint } = frames()
    const flush = vi.fn<() => void>()
    const perFrame = new PerFrame<number>(10, flush, schedule)
    perFrame.add(1)
    perFrame.stop()
    paint()
    expect(flush).not.toHaveBeenCalled()
  })
})

describe('a page that has had rest', () => {
  let asked: FrameRequestCallback[]
  const drawn = vi.fn<(what: string) => void>()
  const paint = async () => {
    for (const callback of asked.splice(0)) callback(performance.now())
    // The end of a paint is seen by a task after it.
    await new Promise((resolve) => setTimeout(resolve, 5))
  }

  beforeEach(() => {
    asked = []
    drawn.mockClear()
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => asked.push(callback))
  })

  afterEach(() => vi.unstubAllGlobals())

  it('draws at once what arrives, and what arrives before that is painted within the next frame', async () => {
    const schedule = whenThereIsRoom()
    schedule(() => drawn('first'))
    await Promise.resolve()
    expect(drawn).toHaveBeenCalledWith('first')
    schedule(() => drawn('second'))
    await Promise.resolve()
    expect(drawn).toHaveBeenCalledTimes(1)
    await paint()
    expect(drawn.mock.calls).toEqual([['first'], ['second']])
  })

  it('draws nothing more while it paints nothing', async () => {
    const schedule = whenThereIsRoom()
    for (let arrival = 0; arrival < 10; arrival++) {
      schedule(() => drawn('again'))
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    expect(drawn).toHaveBeenCalledTimes(1)
  })

  it('does not draw what was called off in the same task', async () => {
    whenThereIsRoom()(() => drawn('never'))()
    await Promise.resolve()
    await paint()
    expect(drawn).not.toHaveBeenCalled()
  })
})

describe('a page that draws slowly', () => {
  it.each([
    [10, 30],
    [200, 60],
  ])('after a draw of %d ms rests %d ms: three times as long, but no longer than that no crowd gathers', async (took, rest) => {
    let now = 1000
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const painted: (() => void)[] = []
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => painted.push(callback))
    try {
      const schedule = whenThereIsRoom()
      schedule(() => {
        now += took
      })
      await vi.waitFor(() => expect(painted).toHaveLength(1))
      painted.shift()?.()
      const timers = vi.spyOn(globalThis, 'setTimeout').mockReturnValue(0 as unknown as ReturnType<typeof setTimeout>)
      // The end of the paint is seen by a task after it; until then what arrives is asked for in a frame.
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
      schedule(() => undefined)
      expect(timers.mock.calls.map(([, ms]) => ms)).toEqual([rest])
    } finally {
      vi.restoreAllMocks()
      vi.unstubAllGlobals()
    }
  })
})
