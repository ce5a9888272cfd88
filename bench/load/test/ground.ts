import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { Pace } from '../src/bank/pace.js'
import { Recorder } from '../src/results/recorder.js'
import { ResultsFile, type Point } from '../src/results/results.js'
import type { Ground } from '../src/rules/rule.js'
import type { Settings } from '../src/settings.js'
import { Sampler } from '../src/system/sampler.js'
import { Progress } from '../src/terminal/progress.js'
import { settingsIn } from './settings.js'

interface Row {
  readonly latency_ms: number
  readonly timeout?: boolean
}

/** What a rule works with, where only the bank is not real: its services answer with counters that the test sets. */
export interface TestGround extends Ground {
  readonly stopping: AbortController
  /** What the heartbeat was set to, in messages a second, in order. */
  readonly paces: number[]
  readonly said: string[]
  /** Commands handled, and beats sent, so far; a service that throws does not answer. */
  readonly counters: { handled: () => number; beats: () => number }
  rows(): Row[]
  points(): readonly Point[]
}

/** Belongs to one test, and is gone after it. Time is that of the clock. */
export function groundOf(settings: Partial<Settings>): TestGround {
  const home = mkdtempSync(join(tmpdir(), 'load-'))
  // Of all processes of the machine, which other tests are about.
  const sample = vi.spyOn(Sampler.prototype, 'sample').mockReturnValue({})
  onTestFinished(() => {
    sample.mockRestore()
    vi.unstubAllGlobals()
    rmSync(home, { recursive: true })
  })
  const paces: number[] = []
  const said: string[] = []
  const counters = { handled: () => 0, beats: () => 0 }
  vi.stubGlobal('fetch', async (url: string, request?: { body?: string }) => {
    if (url === 'pace:') {
      const setting = JSON.parse(request?.body ?? '{"batch_size": 0, "wait_ms": 100}') as { batch_size: number }
      if (request?.body) paces.push(setting.batch_size * 10)
      return Response.json(setting)
    }
    return new Response(url === 'handler:' ? `bank_commands_total ${counters.handled()}\n` : `bank_heartbeat_beats_total ${counters.beats()}\n`)
  })
  const bank = { home, url: 'http://bank', pace: 'pace:', heartbeatMetrics: 'heartbeat:', handlerMetrics: 'handler:', brokers: 1, processes: [], settings: {} }
  const file = new ResultsFile(join(home, 'load', 'results.json'))
  const recorder = new Recorder(file, { name: 'test', group: 'test', started: '2026-01-01T12:00:00.000Z', machine: '', rule: 'open' }, bank)
  const stopping = new AbortController()
  return {
    settings: settingsIn(home, settings),
    bank,
    pace: new Pace(bank.pace),
    recorder,
    progress: new Progress({ write: (text: string) => said.push(text) } as unknown as NodeJS.WriteStream),
    stop: stopping.signal,
    stopping,
    paces,
    said,
    counters,
    rows: () =>
      readFileSync(recorder.rows, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Row)
        .filter((row) => 'latency_ms' in row),
    points: () => {
      recorder.save('test')
      return file.runs()[0]?.points ?? []
    },
  }
}
