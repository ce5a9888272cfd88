import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Probe, type Told } from '../src/bank/probe.js'
import { Failure } from '../src/failure.js'
import { max } from '../src/rules/max.js'
import { clock } from './clock.js'
import { groundOf, type TestGround } from './ground.js'

vi.mock('../src/rules/pause.js', async () => ({ until: (await import('./clock.js')).clock.until }))

/** Probes before the first that counts, at 20 a second. */
const UNCOUNTED = 200
/** With the one load below which there is none to try. */
const SETTINGS = { rule: 'max', seconds: 25, rate: 20, from: 50, to: 50, limitMs: 500 } as const

/** Comes back after what answer says of it, or never. */
class TestProbe {
  underWay = 0
  closed = 0
  /** When each was sent, by the clock. */
  readonly sent: number[] = []
  /** What was thrown where Node's timers call, and would end the process. */
  readonly uncaught: unknown[] = []
  /** After how many milliseconds the probe with this number, from 0 on, comes back; null is never. */
  answer: (probe: number) => number | null = () => 50

  send(due: number, told: Told): void {
    const answer = this.answer(this.sent.push(clock.now) - 1)
    this.underWay++
    clock.at(clock.now + (answer ?? 5000), () => {
      this.underWay--
      try {
        told(performance.now() - due, answer === null)
      } catch (failed) {
        this.uncaught.push(failed)
      }
    })
  }

  async close(): Promise<void> {
    this.closed++
  }
}

let probe: TestProbe
beforeEach(() => {
  clock.start()
  probe = new TestProbe()
  vi.spyOn(Probe, 'open').mockResolvedValue(probe as unknown as Probe)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A bank that handles what comes, but no more than so many a second. */
function handles(ground: TestGround, most: number): void {
  let total = 0
  let at = clock.now
  ground.counters.handled = () => {
    const pace = ground.paces.at(-1) ?? 0
    // Probes come with the load, and are handled as it is.
    total += (Math.min(most, pace === 0 ? 0 : pace + SETTINGS.rate) * (clock.now - at)) / 1000
    at = clock.now
    return Math.round(total)
  }
}

describe('the search of the highest load', () => {
  it('ends with the highest that holds, after a warm-up, and a pause for the backlog of each that does not', async () => {
    const ground = groundOf({ ...SETTINGS, from: 250, to: 500 })
    handles(ground, Infinity)
    probe.answer = () => ((ground.paces.at(-1) ?? 0) <= 350 ? 50 : 800)
    await expect(max(ground)).resolves.toBe('highest load with p99 under 500 ms: 350 messages/s (by probes), and again for 60 s')
    expect(ground.paces).toEqual([250, 0, 250, 500, 0, 400, 0, 350, 350])
    expect(ground.points().map(({ load, samples }) => [load, samples])).toEqual([[250, 500], [350, 1200], [400, 500], [500, 500]])
    expect(probe.closed).toBe(1)
  })

  it('tries what it found once more, for a minute: luck of half a minute is told, and it searches on below', async () => {
    const ground = groundOf({ ...SETTINGS, from: 250, to: 500 })
    handles(ground, Infinity)
    // 350 holds the first time it is tried, and never again.
    const tries = () => ground.paces.filter((pace) => pace === 350).length
    probe.answer = () => ((ground.paces.at(-1) ?? 0) < 350 || ((ground.paces.at(-1) ?? 0) === 350 && tries() === 1) ? 50 : 800)
    await expect(max(ground)).resolves.toBe('highest load with p99 under 500 ms: 300 messages/s (by probes), for 60 s; 350 held in the search alone')
    expect(ground.paces).toEqual([250, 0, 250, 500, 0, 400, 0, 350, 350, 0, 300])
    // The first half minute is in the rows alone.
    expect(ground.points()).toMatchObject([{ load: 250, samples: 500 }, { load: 300, samples: 1200 }, { load: 350, samples: 1200, latency_ms: { min: 800 } }, { load: 400 }, { load: 500 }])
    expect(ground.said.join('')).toContain('350 messages/s once more, for 60 s')
  })

  it('finds none where none holds again', async () => {
    const ground = groundOf(SETTINGS)
    handles(ground, Infinity)
    probe.answer = (number) => (number < UNCOUNTED + 500 ? 50 : 800)
    await expect(max(ground)).resolves.toBe('no load held with p99 under 500 ms for 60 s; 50 messages/s did in the search')
    expect(probe.closed).toBe(1)
  })

  it('says that what it found was not repeated when it is stopped meanwhile', async () => {
    const ground = groundOf(SETTINGS)
    handles(ground, Infinity)
    probe.answer = (number) => {
      if (number === 2 * UNCOUNTED + 500 + 20) ground.stopping.abort()
      return 50
    }
    await expect(max(ground)).resolves.toBe('stopped; highest load with p99 under 500 ms: 50 messages/s (by probes), not repeated')
    expect(ground.points()).toMatchObject([{ load: 50, samples: 500, latency_ms: { p99: 50 } }])
  })

  it('sends its probes on a schedule, and counts a stall for all that were due while it lasted', async () => {
    const ground = groundOf(SETTINGS)
    handles(ground, Infinity)
    // Three seconds of nothing, in which 60 probes come.
    probe.answer = (number) => Math.max(50, number >= UNCOUNTED + 100 && number < UNCOUNTED + 160 ? 3000 - (number - UNCOUNTED - 100) * 50 : 0)
    await expect(max(ground)).resolves.toBe('no load held with p99 under 500 ms')
    probe.sent.forEach((sent, number) => expect(sent - (probe.sent[0] ?? 0)).toBeCloseTo(number * 50, 3))
    expect(probe.sent).toHaveLength(UNCOUNTED + 500)
    const [point] = ground.points()
    expect(point).toMatchObject({ samples: 500, timeouts: 0, latency_ms: { min: 50, max: 3000 } })
    expect(point?.latency_ms.p99).toBeGreaterThan(2700)
    expect(ground.rows().filter(({ latency_ms }) => latency_ms > 51)).toHaveLength(59)
  })

  it('counts time-outs as measurements', async () => {
    const ground = groundOf(SETTINGS)
    handles(ground, Infinity)
    probe.answer = (number) => (number % 50 === 0 ? null : 50)
    await expect(max(ground)).resolves.toBe('no load held with p99 under 500 ms')
    expect(ground.points()).toMatchObject([{ samples: 500, timeouts: 10, latency_ms: { max: 5000, p99: 5000 } }])
  })

  it('lets no load hold that the bank does not handle while it comes', async () => {
    const ground = groundOf(SETTINGS)
    // 50 and 20 probes come: all but 3 in 70.
    handles(ground, 67)
    await expect(max(ground)).resolves.toBe('no load held with p99 under 500 ms')
    expect(ground.said.join('')).toContain('67 handled/s: does not hold')
  })

  it('says when the highest that was tried held', async () => {
    const ground = groundOf(SETTINGS)
    handles(ground, Infinity)
    await expect(max(ground)).resolves.toMatch(/50 messages\/s \(by probes\), and again for 60 s, the highest that was tried$/)
  })

  it('keeps what it measured when it is stopped, and nothing else', async () => {
    const ground = groundOf(SETTINGS)
    handles(ground, Infinity)
    probe.answer = (number) => {
      if (number === UNCOUNTED + 20) ground.stopping.abort()
      return 500
    }
    await expect(max(ground)).resolves.toBe('stopped; no load held with p99 under 500 ms')
    expect(ground.rows()).toHaveLength(11)
    expect(ground.points()).toMatchObject([{ samples: 11, timeouts: 0, latency_ms: { max: 500, p99: null } }])
    expect(probe.closed).toBe(1)
  })

  it('fails with the reason, and not before its end, when counters cannot be read beside the probes', async () => {
    const ground = groundOf(SETTINGS)
    handles(ground, Infinity)
    ground.counters.beats = () => {
      if (probe.sent.length > 0) throw new Error('too slow')
      return 0
    }
    await expect(max(ground)).rejects.toThrow('heartbeat: does not answer. How it is: ./bank status')
    // All but the last, which was under way.
    expect(ground.points()).toMatchObject([{ samples: 499 }])
    expect(probe.closed).toBe(1)
  })

  it.each([
    ['while others are sent', 10],
    ['after the last was sent', 500],
  ])('fails with the reason when a row cannot be kept, %s', async (_, row) => {
    const ground = groundOf(SETTINGS)
    handles(ground, Infinity)
    let rows = 0
    const keep = ground.recorder.row.bind(ground.recorder)
    vi.spyOn(ground.recorder, 'row').mockImplementation((...given) => {
      if (++rows >= row) throw new Error('no space left on device')
      return keep(...given)
    })
    await expect(max(ground)).rejects.toThrow('no space left on device')
    expect(probe.uncaught).toEqual([])
    expect(probe.closed).toBe(1)
  })

  it('refuses to measure so shortly that there is no 99th percentile', async () => {
    const short = max(groundOf({ ...SETTINGS, seconds: 15 }))
    await expect(short).rejects.toThrow(Failure)
    await expect(short).rejects.toThrow('15 s of 20 probes a second are 300 at each load, and the 99th percentile needs 500. Measure longer: --seconds 25 or more')
    expect(Probe.open).not.toHaveBeenCalled()
  })
})
