import { describe, expect, it } from 'vitest'
import { endsOf, linear, logarithmic, scaleFor } from './scale'

describe('a linear scale', () => {
  it.each([
    [0, 320, 7, [0, 50, 100, 150, 200, 250, 300]],
    [0, 0.35, 4, [0, 0.1, 0.2, 0.3]],
    [3100, 6000, 3, [4000, 5000, 6000]],
    [0, 1, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
  ])('has round ticks from %d to %d, %d at most', (from, to, most, ticks) => {
    expect(linear.ticks(from, to, most)).toEqual(ticks)
  })
})

describe('a logarithmic scale', () => {
  const scale = logarithmic(10)

  it('has a place for zero, and keeps the order', () => {
    expect(scale.place(0)).toBe(0)
    const places = [0, 1, 10, 100, 1000, 10_000].map(scale.place)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('gives each tenfold as much room as the one before', () => {
    const [tens, hundreds, thousands] = [100, 1000, 10_000].map(scale.place) as [number, number, number]
    expect(thousands - hundreds).toBeCloseTo(hundreds - tens, 1)
  })

  it('gives back the value of a place', () => {
    for (const value of [0, 7, 300, 6000]) expect(scale.valueAt(scale.place(value))).toBeCloseTo(value, 6)
  })

  it('writes zero and powers of ten first, and others where there is room', () => {
    expect(scale.ticks(0, 6000, 4)).toEqual([0, 100, 1000])
    expect(scale.ticks(0, 6000, 12)).toEqual([0, 10, 50, 100, 200, 500, 1000, 2000, 5000])
    expect(scale.ticks(300, 6000, 5)).toEqual([500, 1000, 2000, 5000])
  })
})

describe('the scale', () => {
  it('is linear for loads that are alike, however many there are', () => {
    expect(scaleFor([[0, 10, 320], [0, 500], [100, 250]]).kind).toBe('linear')
  })

  it.each([
    [[0, 300], [3000, 6000]],
    [[0, 10, 60], [0, 500]],
  ])('is logarithmic where a linear axis would have less than a quarter for one group (%j, %j)', (...groups) => {
    expect(scaleFor(groups).kind).toBe('logarithmic')
  })

  it('is linear where nothing but zero was measured', () => {
    expect(scaleFor([[0], [0]]).kind).toBe('linear')
    expect(scaleFor([]).kind).toBe('linear')
  })
})

describe('the ends of an axis', () => {
  it.each([
    [[0, 300], [0, 300]],
    [[3000, 6000], [3000, 6000]],
    [[100, 6000], [0, 6000]],
    [[500], [0, 500]],
    [[0], [0, 10]],
    [[], [0, 10]],
  ])('of %j are %j', (values, ends) => {
    expect(endsOf(values)).toEqual(ends)
  })
})
