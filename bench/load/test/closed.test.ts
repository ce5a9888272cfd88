import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closed } from '../src/rules/closed.js'
import { clock } from './clock.js'
import { groundOf, type TestGround } from './ground.js'
import { FRAME_MS, TestPage } from './page.js'

vi.mock('../src/rules/pause.js', async () => ({ until: (await import('./clock.js')).clock.until }))
vi.mock('../src/browser/chromium.js', () => ({ openChromium: async () => page.browser() }))

let page: TestPage
beforeEach(() => {
  clock.start()
  page = new TestPage()
})
afterEach(() => vi.unstubAllGlobals())

/** The numbers of the loops after which the heartbeat's counter was asked for. */
function readings(ground: TestGround): number[] {
  const after: number[] = []
  ground.counters.beats = () => {
    after.push(page.clicks.length)
    return 0
  }
  return after
}

describe('the rule of Open Bank Mark', () => {
  it('clicks once a second, and lets ten messages a second more come after each 60 loops', async () => {
    const ground = groundOf({ rule: 'closed', loops: 150 })
    await expect(closed(ground)).resolves.toBe('no time-out after 150 loops')
    expect(ground.paces).toEqual([0, 10, 20])
    expect(page.clicks).toHaveLength(150)
    page.clicks.forEach((click, loop) => expect(click - (page.clicks[0] ?? 0)).toBeCloseTo(loop * 1000, 3))
    expect(ground.points()).toMatchObject([
      { load: 0, samples: 60, latency_ms: { mean: 20 + FRAME_MS } },
      { load: 10, samples: 60 },
      { load: 20, samples: 30 },
    ])
  })

  it('waits for an answer that takes longer than a second, and counts from the click', async () => {
    const ground = groundOf({ rule: 'closed', loops: 3 })
    page.answer = (click) => (click === 1 ? 2500 : 20)
    await closed(ground)
    expect(ground.rows().map(({ latency_ms }) => Math.round(latency_ms))).toEqual([30, 2510, 30])
  })

  it('reads counters and processes with each twentieth row', async () => {
    const ground = groundOf({ rule: 'closed', loops: 65 })
    const after = readings(ground)
    await closed(ground)
    expect(after).toEqual([20, 40, 60])
  })

  it('ends with the third time-out, which counts as a measurement', async () => {
    const ground = groundOf({ rule: 'closed', loops: 6000 })
    page.answer = (click) => ([3, 5, 8].includes(click) ? null : 20)
    await expect(closed(ground)).resolves.toBe('3 time-outs after 9 loops')
    expect(ground.points()).toMatchObject([{ load: 0, samples: 9, timeouts: 3, latency_ms: { max: 5000 } }])
    expect(page.closed).toBe(true)
  })

  it.each([
    [1000, 'no time-out after 1000 loops'],
    [1001, 'no time-out after 1001 loops, a success'],
  ])('is told after %d loops: %s', async (loops, told) => {
    await expect(closed(groundOf({ rule: 'closed', loops }))).resolves.toBe(told)
  })
})
