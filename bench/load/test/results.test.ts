import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readResults } from '../../../frontend/src/background/results/results.js'
import { Failure } from '../src/failure.js'
import { Measurement } from '../src/results/measurement.js'
import { groupsOf, regrouped } from '../src/results/groups.js'
import { ResultsFile, type Run } from '../src/results/results.js'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-'))
  path = join(folder, 'load', 'results.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

function run(name: string, group = name, samples = 2): Run {
  const measurement = new Measurement(100)
  for (let sample = 2; sample < samples; sample++) measurement.latencies.add(15)
  measurement.latencies.add(10)
  measurement.latencies.add(20)
  measurement.read(120, { kafka: { cpuPercent: null, memoryMib: 400 } })
  measurement.read(340, { kafka: { cpuPercent: 25, memoryMib: 402 } })
  return { name, group, started: '2026-01-01T12:00:00.000Z', machine: '2 cores', rule: 'closed', outcome: 'stopped', points: [measurement.point()] }
}

describe('the file of results', () => {
  it('is made with its folder, and each run is appended', () => {
    const file = new ResultsFile(path)
    expect(file.runs()).toEqual([])
    file.put(run('first'))
    file.put(run('second'))
    expect(new ResultsFile(path).runs().map(({ name }) => name)).toEqual(['first', 'second'])
    expect(readdirSync(join(folder, 'load'))).toEqual(['results.json'])
  })

  it('has a run once, however often it is put while it goes on', () => {
    const file = new ResultsFile(path)
    file.put(run('first'))
    file.put({ ...run('first'), outcome: 'done' })
    expect(file.runs()).toHaveLength(1)
    expect(file.runs()[0]?.outcome).toBe('done')
  })

  it('is what the Background page reads', () => {
    new ResultsFile(path).put(run('first', 'one broker'))
    const { runs } = readResults(JSON.parse(readFileSync(path, 'utf8')))
    expect(runs).toMatchObject([
      {
        group: 'one broker',
        points: [
          {
            load: 100,
            samples: 2,
            timeouts: 0,
            messages: 340,
            latency: { mean: 15, standardError: 5, min: 10, max: 20, p50: null, p99: null },
            processes: { kafka: { cpu: 25, memory: 401 } },
          },
        ],
      },
    ])
  })

  it('has percentiles where there are enough measurements', () => {
    new ResultsFile(path).put(run('first', 'one broker', 500))
    const { runs } = readResults(JSON.parse(readFileSync(path, 'utf8')))
    expect(runs[0]?.points[0]?.latency).toMatchObject({ max: 20, p50: expect.closeTo(15, 1), p99: expect.closeTo(15, 1) })
  })

  it.each(['{"format": 2, "runs": []}', '{"format": 1}', 'null', '[]', '{"format": 1, "ru'])('that is another one (%s) is told of, and left as it is', (text) => {
    const other = join(folder, 'other.json')
    writeFileSync(other, text)
    expect(() => new ResultsFile(other).put(run('first'))).toThrow(Failure)
    expect(readFileSync(other, 'utf8')).toBe(text)
  })
})

describe('groups', () => {
  it('are given to runs by their names', () => {
    const groups = groupsOf('{"a": "one broker", "b": "one broker"}', 'groups.json')
    expect(regrouped([run('a'), run('b'), run('c')], groups).map(({ group }) => group)).toEqual(['one broker', 'one broker', 'c'])
  })

  it('of a run that is not there are told of, with those that are', () => {
    const groups = groupsOf('{"A": "one broker"}', 'groups.json')
    expect(() => regrouped([run('a')], groups)).toThrow('no run has the name "A"; there are: "a"')
  })

  it.each([
    ['{', 'groups.json is not JSON'],
    ['["a"]', 'groups.json must be an object'],
    ['null', 'groups.json must be an object'],
    ['{"a": 1}', 'the group of "a" must be a text'],
    ['{"a": " "}', 'the group of "a" must be a text'],
  ])('in a wrong file (%s) are refused', (text, message) => {
    expect(() => groupsOf(text, 'groups.json')).toThrow(message)
  })
})
