import { describe, expect, it } from 'vitest'
import { groupsOf, standardError } from './groups'
import { readResults, UnreadableResults } from './results'

const point = (load: number, mean: number) => ({
  load,
  samples: 60,
  timeouts: 1,
  messages: 1000,
  latency_ms: { mean, standard_error: 1, min: mean - 5, max: mean + 50, p99: mean + 40 },
  processes: { kafka: { cpu_percent: 50, memory_mib: 400 } },
})
const run = (name: string, group: string, ...points: unknown[]) => ({ name, group, started: '2026-01-01T00:00:00Z', rule: 'closed', points })
const file = (...runs: unknown[]) => ({ format: 1, runs })

describe('the results of the load test', () => {
  it('are read, and sorted by load', () => {
    const { runs } = readResults(file(run('first', 'one broker', point(20, 30), point(10, 20))))
    expect(runs[0]?.points.map(({ load, latency }) => [load, latency.mean])).toEqual([
      [10, 20],
      [20, 30],
    ])
  })

  it('may leave out what was not measured', () => {
    const { runs } = readResults(file({ name: 'bare', started: '', rule: 'open', points: [{ load: 1, samples: 2, latency_ms: {} }] }))
    expect(runs[0]).toMatchObject({ group: 'bare', points: [{ timeouts: 0, messages: null, latency: { p99: null }, processes: {} }] })
  })

  it.each([
    [null, 'the file must be an object'],
    [{ format: 2, runs: [] }, 'format must be 1'],
    [file({ name: 'x', started: '', rule: 'both', points: [] }), 'runs[0].rule must be "closed" or "open"'],
    [file({ ...run('x', 'x'), by: 'hand' }), 'runs[0].by must be "browser" or "probes"'],
    [file(run('x', 'x', { ...point(1, 1), load: '1' })), 'runs[0].points[0].load must be a number'],
    [file(run('x', 'x', { ...point(1, 1), latency_ms: { mean: 'fast' } })), 'runs[0].points[0].latency_ms.mean must be a number'],
  ])('that are wrong are refused with the place (%#)', (json, message) => {
    expect(() => readResults(json)).toThrow(UnreadableResults)
    expect(() => readResults(json)).toThrow(message)
  })
})

describe('runs of one group', () => {
  it('are drawn as their mean, with the error between them', () => {
    const { runs } = readResults(file(run('a', 'one', point(10, 20)), run('b', 'one', point(10, 24)), run('c', 'three', point(10, 9))))
    const [one, three] = groupsOf(runs)
    expect(one).toMatchObject({ name: 'one', runs: 2, points: [{ load: 10, mean: 22, standardError: 2, min: 15, max: 74, samples: 120, timeouts: 2 }] })
    expect(three?.points[0]).toMatchObject({ mean: 9, standardError: 1 })
  })

  it('are two groups where some are of clicks and some of probes', () => {
    const { runs } = readResults(file(run('a', 'one', point(10, 20)), { ...run('b', 'one', point(10, 4)), by: 'probes' }))
    expect(groupsOf(runs).map(({ name, by, points }) => [name, by, points[0]?.mean])).toEqual([
      ['one', 'browser', 20],
      ['one, probes', 'probes', 4],
    ])
  })

  it('have no error where there is one value', () => {
    expect(standardError([5])).toBeNull()
  })
})
