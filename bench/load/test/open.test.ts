import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { open } from '../src/rules/open.js'
import { clock } from './clock.js'
import { groundOf } from './ground.js'
import { FRAME_MS, TestPage } from './page.js'

vi.mock('../src/rules/pause.js', async () => ({ until: (await import('./clock.js')).clock.until }))
vi.mock('../src/browser/chromium.js', () => ({ openChromium: async () => page.browser() }))

/** Clicks before the first that counts, at 2 a second. */
const UNCOUNTED = 20

let page: TestPage
beforeEach(() => {
  clock.start()
  page = new TestPage()
})
afterEach(() => vi.unstubAllGlobals())

describe('the open rule', () => {
  it('keeps its schedule at each load, and counts no click of the first ten seconds', async () => {
    const ground = groundOf({ loads: [0, 300], seconds: 5, rate: 2 })
    page.answer = (click) => (click < UNCOUNTED ? 400 : 20)
    await expect(open(ground)).resolves.toBe('in the browser, 2 clicks a second, 5 s at each load')
    expect(ground.paces).toEqual([0, 300])
    const first = page.clicks.slice(0, UNCOUNTED + 10)
    first.forEach((click, arrival) => expect(click - (first[0] ?? 0)).toBeCloseTo(arrival * 500, 3))
    expect(page.clicks).toHaveLength(2 * (UNCOUNTED + 10))
    expect(ground.points()).toMatchObject([
      { load: 0, samples: 10, timeouts: 0, latency_ms: { min: 20 + FRAME_MS, max: 20 + FRAME_MS } },
      { load: 300, samples: 10, timeouts: 0, latency_ms: { min: 20 + FRAME_MS, max: 20 + FRAME_MS } },
    ])
    expect(page.closed).toBe(true)
  })

  it('counts a stall for all clicks that were due while it lasted', async () => {
    const ground = groundOf({ loads: [0], seconds: 10, rate: 2 })
    page.answer = (click) => (click === UNCOUNTED + 2 ? 1990 : 40)
    await open(ground)
    const latencies = ground.rows().map(({ latency_ms }) => Math.round(latency_ms))
    expect(latencies.slice(0, 8)).toEqual([50, 50, 2000, 1550, 1100, 650, 200, 50])
    expect(page.loaded).toBe(1)
  })

  it('counts as time-outs what shows five seconds and more after it was due, though not after its click, with the full latency', async () => {
    const ground = groundOf({ loads: [0], seconds: 20, rate: 2 })
    page.answer = (click) => (click >= UNCOUNTED + 2 && click < UNCOUNTED + 4 ? 3990 : 40)
    await open(ground)
    const rows = ground.rows()
    // The second was due half a second after the first, and waited for it.
    expect(rows.slice(1, 6).map(({ latency_ms }) => Math.round(latency_ms))).toEqual([50, 4000, 7500, 7050, 6600])
    const late = rows.filter(({ latency_ms }) => latency_ms >= 5000)
    expect(late.length).toBeGreaterThan(2)
    expect(rows.filter(({ timeout }) => timeout)).toEqual(late)
    expect(ground.points()).toMatchObject([{ samples: 40, timeouts: late.length, latency_ms: { max: 7500 } }])
  })

  it('goes on when the bank stalls and the page has to be loaded anew, with latencies from when clicks were due', async () => {
    const ground = groundOf({ loads: [0], seconds: 20, rate: 2 })
    page.answer = (click) => (click === UNCOUNTED + 2 ? null : 40)
    await open(ground)
    expect(page.loaded).toBe(2)
    const rows = ground.rows()
    expect(rows).toHaveLength(40)
    // 5 s of time-out, 5 s for the button, 30 ms for the page; the next one was due 500 ms after the one that stalled.
    expect(rows.slice(2, 5).map(({ latency_ms, timeout }) => [Math.round(latency_ms), timeout])).toEqual([5000, 9580, 9130].map((latency) => [latency, true]))
    expect(rows.at(-1)?.latency_ms).toBeCloseTo(50, 1)
  })

  it('measures a bank that never answers until the end', async () => {
    const ground = groundOf({ loads: [0], seconds: 60, rate: 2 })
    page.answer = () => null
    await open(ground)
    const [point] = ground.points()
    expect(point).toMatchObject({ samples: 120, timeouts: 120 })
    // Each takes ten seconds, and one was due each half second.
    expect(point?.latency_ms.max).toBeGreaterThan(139 * 9500)
  })

  it('goes on when a bank comes back after half a minute', async () => {
    const ground = groundOf({ loads: [0], seconds: 30, rate: 2 })
    page.answer = (click) => {
      if (click !== UNCOUNTED + 7) return 20
      page.awayUntil = clock.now + 30_000
      return null
    }
    await open(ground)
    const [point] = ground.points()
    const late = ground.rows().filter(({ latency_ms }) => latency_ms >= 5000)
    expect(point).toMatchObject({ samples: 60, timeouts: late.length })
    // It waited for the page, which came at the first try after half a minute.
    expect(point?.latency_ms.max).toBeGreaterThan(29_000)
    expect(point?.latency_ms.max).toBeLessThan(33_000)
  })

  it('ends with what to do when the bank stays away, and keeps what it measured', async () => {
    const ground = groundOf({ loads: [0], seconds: 30, rate: 2 })
    const began = clock.now
    page.answer = (click) => {
      if (click !== UNCOUNTED + 7) return 20
      page.awayUntil = Infinity
      return null
    }
    await expect(open(ground)).rejects.toThrow(
      "the client's page has been of no use for 60 s: page.goto: net::ERR_CONNECTION_REFUSED at http://bank/client. See how the bank is: ./bank status",
    )
    expect(clock.now - began).toBeLessThan(100_000)
    expect(ground.rows()).toHaveLength(8)
    expect(page.closed).toBe(true)
  })

  it('ends when it is stopped while the bank is away', async () => {
    const ground = groundOf({ loads: [0], seconds: 30, rate: 2 })
    page.answer = (click) => {
      if (click !== UNCOUNTED + 7) return 20
      page.awayUntil = Infinity
      clock.at(clock.now + 20_000, () => ground.stopping.abort())
      return null
    }
    await expect(open(ground)).resolves.toBe('stopped')
    expect(ground.rows()).toHaveLength(8)
  })

  it('keeps what it measured when it is stopped', async () => {
    const ground = groundOf({ loads: [0, 300], seconds: 60, rate: 2 })
    page.answer = (click) => {
      if (click === UNCOUNTED + 7) ground.stopping.abort()
      return 20
    }
    await expect(open(ground)).resolves.toBe('stopped')
    expect(ground.rows()).toHaveLength(8)
    expect(ground.paces).toEqual([0])
    expect(page.closed).toBe(true)
  })
})
