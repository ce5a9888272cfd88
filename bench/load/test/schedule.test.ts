import { describe, expect, it } from 'vitest'
import { clickOf } from '../src/rules/clicks.js'
import { Schedule } from '../src/rules/schedule.js'
import { Latencies } from '../src/statistics/latencies.js'

describe('a schedule', () => {
  it('says when each arrival is due, whatever became of those before', () => {
    const schedule = new Schedule(1000, 4)
    expect([0, 1, 4, 4000].map((arrival) => schedule.due(arrival))).toEqual([1000, 1250, 2000, 1_001_000])
    expect(schedule.within(60)).toBe(240)
  })

  it('must have arrivals', () => {
    expect(() => new Schedule(0, 0)).toThrow(RangeError)
    expect(() => new Schedule(0, Number.NaN)).toThrow(RangeError)
  })

  it('shows a stall to all who came while it lasted, where a closed loop would see it once', () => {
    const schedule = new Schedule(0, 10)
    const open = new Latencies()
    const closed = new Latencies()
    // Five seconds of nothing, from 5000 on; otherwise each answer takes 10 ms.
    let free = 0
    for (let arrival = 0; arrival < schedule.within(60); arrival++) {
      const due = schedule.due(arrival)
      const begun = Math.max(due, free)
      free = (begun >= 5000 && begun < 10_000 ? 10_000 : begun) + 10
      open.add(free - due)
      closed.add(free - begun)
    }
    expect(closed.summary().p99).toBeLessThan(20)
    expect(open.summary().p99).toBeGreaterThan(4000)
    expect(open.summary().mean).toBeGreaterThan(3 * (closed.summary().mean ?? 0))
  })
})

describe('the clicks', () => {
  it('are by turns five deposits and five transfers of the original, and leave the account as it was', () => {
    const clicks = Array.from({ length: 20 }, (_, loop) => clickOf(loop))
    expect(clicks.slice(0, 10).map(({ kind, cents }) => `${kind} ${cents}`)).toEqual([
      'deposit 1000',
      'deposit 2000',
      'deposit 5000',
      'deposit 10000',
      'deposit 20000',
      'transfer 1111',
      'transfer 2323',
      'transfer 3489',
      'transfer 9999',
      'transfer 21078',
    ])
    expect(clicks.slice(10)).toEqual(clicks.slice(0, 10))
    expect(clicks.reduce((sum, { kind, cents }) => sum + (kind === 'deposit' ? cents : -cents), 0)).toBe(0)
  })

  it('know how the screen shows their amounts', () => {
    expect([clickOf(0).shown, clickOf(4).shown, clickOf(5).shown, clickOf(9).shown]).toEqual(['€10,00', '€200,00', '€11,11', '€210,78'])
  })
})
