import { describe, expect, it } from 'vitest'
import { apart, marked, widened } from './drawing'
import { groupsOf } from './groups'
import { markOf } from './marks'
import { readResults } from './results'
import { linear } from './scale'
import { loadsIn, membersIn, sectionsOf, type Section } from './sections'

const point = (load: number, mean: number, p99: number | null = null) => ({
  load,
  samples: 60,
  timeouts: 1,
  messages: 1000,
  latency_ms: { mean, standard_error: 1, min: mean - 5, max: mean + 50, p99 },
  processes: { kafka: { cpu_percent: 50, memory_mib: 400 } },
})
const run = (name: string, group: string, ...points: unknown[]) => ({ name, group, started: '2026-01-01T00:00:00Z', rule: 'closed', points })
const sections = (...runs: unknown[]) => sectionsOf(groupsOf(readResults({ format: 1, runs }).runs))
const chart = (all: readonly Section[], section: number, title: string) => all[section]?.charts.find((one) => one.title === title)

describe('the plots of the load test', () => {
  const both = sections(run('a', 'one', point(10, 20, 40), point(20, 30)), run('b', 'one', point(10, 24)), run('c', 'three', point(10, 9)))

  it('are of latency, of each process, and of what was counted', () => {
    expect(both.map(({ title, charts }) => [title, charts.map((one) => one.title)])).toEqual([
      ['Latency, from the click to the screen', ['Mean', '99th percentile', 'Maximum', 'Minimum']],
      ['CPU', ['kafka']],
      ['Memory', ['kafka']],
      ['Counts', ['Messages since the run began', 'Measurements', 'Time-outs among them']],
    ])
  })

  it('have a curve for each group, and for what the original published', () => {
    expect(chart(both, 0, 'Mean')?.curves.map(({ member }) => member.label)).toEqual(['one', 'three', 'Open Bank Mark, 1 broker', 'Open Bank Mark, 3 brokers'])
    expect(chart(both, 1, 'kafka')?.curves.map(({ member, values }) => [member.label, [...values]])).toEqual([
      ['one', [[10, 50], [20, 50]]],
      ['three', [[10, 50]]],
    ])
  })

  it('tell each group once, with its runs and loads', () => {
    expect(membersIn(both).map(({ label, detail, mark }) => [mark.letter, label, detail])).toEqual([
      ['A', 'one', '2 runs, 10 to 20/s'],
      ['B', 'three', '1 run, at 10/s'],
      ['C', 'Open Bank Mark, 1 broker', 'as published, on another machine'],
      ['D', 'Open Bank Mark, 3 brokers', 'as published, on another machine'],
    ])
    expect(membersIn(both).map((member) => loadsIn(both, member))).toEqual([[10, 20], [10], [0, 100, 200, 250], [300, 500]])
  })

  it('have the standard error beside the mean alone', () => {
    expect([...(chart(both, 0, 'Mean')?.curves[0]?.errors ?? [])]).toEqual([[10, 2], [20, 1]])
    expect(chart(both, 0, 'Maximum')?.curves[0]?.errors.size).toBe(0)
  })

  it('leave out a 99th percentile that nobody measured, and say why', () => {
    const none = sections(run('a', 'one', point(10, 20)))
    expect(chart(none, 0, '99th percentile')).toBeUndefined()
    expect(none[0]?.note).toMatch(/500 measurements of one run at one load, and there are fewer in each/)
    expect(both[0]?.note).toMatch(/has no point where there are fewer/)
    expect(sections(run('a', 'one', point(10, 20, 40)))[0]?.note).toBeNull()
  })

  it('have probes, which see no page, apart from clicks', () => {
    const mixed = sections(run('a', 'one', point(10, 20)), { ...run('b', 'two', point(10, 5, 9)), by: 'probes' })
    const latencies = mixed.filter(({ of }) => of === 'latency')
    expect(latencies.map(({ charts }) => charts[0]?.curves.map(({ member }) => member.label))).toEqual([
      ['one', 'Open Bank Mark, 1 broker', 'Open Bank Mark, 3 brokers'],
      ['two'],
    ])
    expect(latencies.map(({ note }) => note === null)).toEqual([false, true])
    expect(mixed.find(({ title }) => title === 'CPU')?.charts[0]?.curves.map(({ member }) => member.label)).toEqual(['one', 'two'])
  })

  it('have all brokers together, so that one can be compared with three', () => {
    const three = { ...point(10, 20), processes: { 'kafka-1': { cpu_percent: 10, memory_mib: 300 }, 'kafka-2': { cpu_percent: 20, memory_mib: null }, registry: { cpu_percent: 90 } } }
    const all = sections(run('a', 'one', point(10, 20)), run('b', 'three', three))
    expect(all.find(({ title }) => title === 'CPU')?.charts.map(({ title }) => title)).toEqual(['kafka, all brokers', 'kafka', 'kafka-1', 'kafka-2', 'registry'])
    expect(chart(all, 1, 'kafka, all brokers')?.curves.map(({ member, values }) => [member.label, [...values]])).toEqual([
      ['one', [[10, 50]]],
      ['three', [[10, 30]]],
    ])
  })

  it('are none where nothing was measured', () => {
    expect(sections(run('a', 'one'))).toEqual([])
    expect(membersIn([])).toEqual([])
  })
})

describe('the axis of the load', () => {
  const x = { scale: linear, from: 0, to: 500 }
  const mean = chart(sections(run('a', 'one', point(10, 20), point(300, 30))), 0, 'Maximum') ?? { title: '', curves: [] }
  const drawing = { chart: mean, height: 100, x, y: x }

  it('is the same in all plots, whichever loads they have', () => {
    expect(widened(drawing, 10, 300)).toEqual([-15, 515])
  })

  it('is what was zoomed to', () => {
    expect(widened(drawing, 50, 200)).toEqual([50, 200])
  })
})

describe('a mark', () => {
  it('is like no other of 48 in shape and colour, and of many more in its letter', () => {
    const marks = Array.from({ length: 60 }, (_, index) => markOf(index, false))
    expect(new Set(marks.slice(0, 48).map(({ colour, shape }) => colour + shape)).size).toBe(48)
    expect(new Set(marks.map(({ letter }) => letter)).size).toBe(60)
    expect(marks[26]?.letter).toBe('AA')
  })

  it('has another shape than the one before, as those that others measured are all grey', () => {
    for (let index = 1; index < 60; index++) expect(markOf(index, true).shape).not.toBe(markOf(index - 1, true).shape)
  })
})

const lefts = (...at: number[]) => at.map((left) => ({ left }))

describe('marks along a curve', () => {
  it('are at each point where there is room', () => {
    expect(marked(lefts(0, 8, 24), 1, 0.5)).toEqual(lefts(0, 8, 24))
  })

  it('touch each other nowhere, be they few or many, and have the last point among them', () => {
    expect(marked(lefts(0, 6, 8, 10, 19, 33), 1, 0.5)).toEqual(lefts(0, 19, 33))
    const many = Array.from({ length: 50 }, (_, index) => index * 4)
    expect(marked(lefts(...many), 1, 0.5)).toEqual(lefts(20, 56, 92, 128, 164, 196))
    // As on a logarithmic axis: far from each other at first, near in the end.
    const uneven = [0, 100, 150, 180, 200, 206, 212, 217, 220]
    expect(marked(lefts(...uneven), 1, 0.5)).toEqual(lefts(0, 100, 150, 180, 200, 212, 220))
  })
})

describe('letters', () => {
  it('stand beside their curves, none over another, and within the plot', () => {
    const placed = apart([1, 2, 3, 99, 100].map((y) => ({ x: 0, y })), 12, 0, 100).map(({ y }) => y)
    const sorted = placed.toSorted((a, b) => a - b)
    sorted.forEach((y, index) => expect(y - (sorted[index - 1] ?? -12)).toBeGreaterThanOrEqual(12))
    expect(sorted[0]).toBeGreaterThanOrEqual(0)
    expect(sorted.at(-1)).toBeLessThanOrEqual(100)
  })

  it('stand close where many curves end at one place, and at the bottom', () => {
    // A pixel apart: steps of a letter's own would leave every other place free.
    const placed = apart([95, 96, 97, 98].map((y) => ({ x: 0, y })), 12, 0, 100).map(({ y }) => y)
    expect(placed.toSorted((a, b) => a - b)).toEqual([59, 71, 83, 95])
  })

  it('stay where they are, far from each other', () => {
    expect(apart([{ x: 0, y: 5 }, { x: 50, y: 5 }], 12, 0, 100)).toEqual([{ x: 0, y: 5 }, { x: 50, y: 5 }])
  })
})
