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

const tasks = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

describe('a page that draws slowly', () => {
  let now: number
  let asked: (() => void)[]
  let timers: (readonly [() => void, number | undefined])[]

  beforeEach(() => {
    now = 1000
    asked = []
    timers = []
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => asked.push(callback))
    vi.stubGlobal('setTimeout', (callback: () => void, ms?: number) => timers.push([callback, ms]))
  })

  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })

  const paint = async () => {
    for (const callback of asked.splice(0)) callback()
    // The end of a paint is seen by a task after it.
    await tasks()
  }

  it.each([
    [10, 30],
    [40, 60],
    [200, 200],
  ])('after a draw of %d ms rests %d ms: three times as long, unless a crowd would gather, and never shorter', async (took, rest) => {
    const schedule = whenThereIsRoom()
    const draw = () => {
      now += took
    }
    schedule(draw)
    await tasks()
    await paint()
    // That one was drawn at once. The next waits for a frame, and it is the same then.
    schedule(draw)
    expect(timers.map(([, ms]) => ms)).toEqual([rest])
    now += rest
    timers[0]?.[0]()
    await paint()
    schedule(draw)
    expect(timers.map(([, ms]) => ms)).toEqual([rest, rest])
  })
})
