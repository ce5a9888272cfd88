import { describe, expect, it } from 'vitest'
import { Latencies } from '../src/statistics/latencies.js'

describe('latencies', () => {
  it('have mean, standard error, extremes and percentiles', () => {
    const latencies = new Latencies()
    for (let value = 1; value <= 1000; value++) latencies.add(value)
    const summary = latencies.summary()
    expect(summary).toMatchObject({ samples: 1000, timeouts: 0, min: 1, max: 1000 })
    expect(summary.mean).toBeCloseTo(500.5, 6)
    // The standard deviation of 1 to n is the root of n (n + 1) / 12.
    expect(summary.standardError).toBeCloseTo(Math.sqrt((1000 * 1001) / 12 / 1000), 6)
    expect(summary.p50).toBeGreaterThanOrEqual(500)
    expect(summary.p50).toBeLessThan(501)
    expect(summary.p99).toBeGreaterThanOrEqual(990)
    expect(summary.p99).toBeLessThan(991)
  })

  it('take a time-out for a measurement of its full time', () => {
    const latencies = new Latencies()
    for (let number = 0; number < 494; number++) latencies.add(10)
    for (let number = 0; number < 6; number++) latencies.add(5000, true)
    const { samples, timeouts, p99, max, mean } = latencies.summary()
    expect([samples, timeouts, max]).toEqual([500, 6, 5000])
    expect(p99).toBe(5000)
    expect(mean).toBeCloseTo(69.88, 6)
  })

  it('have nothing to say where nothing was measured, and no error of one value', () => {
    const latencies = new Latencies()
    expect(latencies.summary()).toEqual({ samples: 0, timeouts: 0, mean: null, standardError: null, min: null, max: null, p50: null, p99: null })
    latencies.add(7)
    expect(latencies.summary()).toMatchObject({ samples: 1, mean: 7, standardError: null, p50: null, p99: null })
  })

  it.each([
    ['p50', 10],
    ['p99', 500],
  ] as const)('have %s of %d measurements, and not of fewer, where it would be told by hardly any', (percentile, fewest) => {
    const latencies = new Latencies()
    for (let number = 1; number < fewest; number++) latencies.add(number)
    expect(latencies.summary()[percentile]).toBeNull()
    latencies.add(fewest)
    expect(latencies.summary()[percentile]).toBeLessThan(fewest - 4)
  })

  it('are never negative, nor no number', () => {
    expect(() => new Latencies().add(-1)).toThrow(RangeError)
    expect(() => new Latencies().add(Number.NaN)).toThrow(RangeError)
  })
})
