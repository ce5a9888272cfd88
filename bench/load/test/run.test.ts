import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { runningBank, settingsOf } from '../src/bank/bank.js'
import { sumOf } from '../src/bank/metrics.js'
import { settable } from '../src/bank/pace.js'
import { Recorder } from '../src/results/recorder.js'
import { ResultsFile } from '../src/results/results.js'
import { headingOf, run } from '../src/run.js'
import type { Rule } from '../src/rules/rule.js'
import type { Settings } from '../src/settings.js'
import { groundOf } from './ground.js'
import { settingsIn } from './settings.js'

const rule = vi.hoisted(() => ({ closed: undefined as Rule | undefined }))
vi.mock('../src/rules/closed.js', () => ({ closed: (...given: Parameters<Rule>) => rule.closed?.(...given) }))

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bank-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const settings = (given: Partial<Settings> = {}): Settings => settingsIn(home, given)

describe('a run', () => {
  const now = new Date('2026-01-01T12:00:00Z')

  it('has a group that tells what the bank was started with', () => {
    expect(headingOf(settings(), { brokers: 1, settings: {} }, now)).toMatchObject({ name: 'closed, 1 broker, 2026-01-01 12:00:00', group: '1 broker', rule: 'closed' })
    expect(headingOf(settings({ rule: 'max' }), { brokers: 3, settings: { 'linger.ms': '100' } }, now)).toMatchObject({ group: '3 brokers, linger.ms 100, by probes', rule: 'open' })
  })

  it('has the group of the mapping file, or else the one that was named', () => {
    const groups = join(home, 'groups.json')
    writeFileSync(groups, '{"first": "mapped"}')
    const bank = { brokers: 1, settings: {} }
    expect(headingOf(settings({ name: 'first', group: 'named', groups }), bank, now).group).toBe('mapped')
    expect(headingOf(settings({ name: 'second', group: 'named', groups }), bank, now).group).toBe('named')
  })

  it('beside one of a bank with other settings has a group of its own', async () => {
    const handlers = [{}, { KAFKA_LINGER_MS: '100', KAFKA_BATCH_SIZE: '65536' }].map((given) =>
      spawn(process.execPath, ['-e', 'process.stdout.write("here"); setInterval(() => {}, 1000)'], { env: { PATH: process.env['PATH'], ...given }, stdio: ['ignore', 'pipe', 'inherit'] }),
    )
    try {
      const groups = []
      for (const [index, handler] of handlers.entries()) {
        await once(handler.stdout, 'data')
        const address = 'http://127.0.0.1:1'
        const components = ['graphql-endpoint', 'heartbeat', 'command-handler'].map((name) => ({ name, address, process: { pid: handler.pid } }))
        writeFileSync(join(home, 'state.json'), JSON.stringify({ phase: 'UP', brokers: index === 0 ? 'a:1' : 'a:1,b:1,c:1', pace: address, components }))
        groups.push(headingOf(settings(), runningBank(home), now).group)
      }
      expect(groups).toEqual(['1 broker', '3 brokers, linger.ms 100, batch.size 65536'])
    } finally {
      for (const handler of handlers) handler.kill()
    }
  })

  it('counts the messages since it began', async () => {
    const { bank, counters } = groundOf({})
    counters.beats = () => 5000
    const recorder = await Recorder.begin(new ResultsFile(join(home, 'results.json')), headingOf(settings(), bank, now), bank)
    counters.beats = () => 5300
    const measurement = recorder.at(100)
    await recorder.read(measurement)
    expect(measurement.point().messages).toBe(300)
  })

  it('tells clicks in the browser from probes', () => {
    const by = (rule: Settings['rule']) => headingOf(settings({ rule }), { brokers: 1, settings: {} }, now).by
    expect((['closed', 'open', 'max'] as const).map(by)).toEqual(['browser', 'browser', 'probes'])
  })

  it('needs a bank that is up', () => {
    expect(() => runningBank(home)).toThrow('the bank does not run. Start it: ./bank up')
    writeFileSync(join(home, 'state.json'), JSON.stringify({ phase: 'STARTING', brokers: 'a:1', pace: '', components: [] }))
    expect(() => runningBank(home)).toThrow('the bank is not up: it is starting')
    writeFileSync(join(home, 'state.json'), JSON.stringify({ phase: 'UP', brokers: 'a:1', pace: '', components: [] }))
    expect(() => runningBank(home)).toThrow('the bank runs without its graphql-endpoint')
  })
})

/** The heartbeat's control. @returns what it was set to, in order */
async function heartbeat(): Promise<{ readonly url: string; readonly settings: unknown[] }> {
  const settings: unknown[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      if (request.method === 'PUT') settings.push(JSON.parse(body))
      response.end(body || '{"batch_size": 7, "wait_ms": 1000}')
    })
  })
  onTestFinished(() => void server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, settings }
}

describe('the end of a run', () => {
  it('puts the pace back, also where what was measured cannot be saved', async () => {
    const { url, settings: set } = await heartbeat()
    const components = ['graphql-endpoint', 'heartbeat', 'command-handler'].map((name) => ({ name, address: url }))
    writeFileSync(join(home, 'state.json'), JSON.stringify({ phase: 'UP', brokers: 'a:1', pace: url, components }))
    rule.closed = async ({ pace, recorder }) => {
      await pace.set(300)
      recorder.row(recorder.at(300), 10, false)
      writeFileSync(join(home, 'load', 'results.json'), 'broken')
      return 'done'
    }
    const out = { write: () => true } as unknown as NodeJS.WriteStream
    await expect(run(settings(), new AbortController().signal, out)).rejects.toThrow('results.json is not JSON')
    expect(set).toEqual([
      { batch_size: 30, wait_ms: 100 },
      { batch_size: 7, wait_ms: 1000 },
    ])
  })
})

describe('settings of the bank', () => {
  it('are told under the names of Kafka, and never those with passwords in them', () => {
    expect(settingsOf({ KAFKA_LINGER_MS: '100', KAFKA_SASL_JAAS_CONFIG: 'password', KAFKA_BROKERS: 'here', HANDLER_BATCH: '50', DB_PASSWORD: 'x' })).toEqual({ 'linger.ms': '100', HANDLER_BATCH: '50' })
  })

  it('of the heartbeat are in tens', () => {
    expect([0, 4, 250, 1247].map(settable)).toEqual([0, 0, 250, 1250])
  })
})

describe('a counter', () => {
  it('is summed over its labels', () => {
    const text = '# HELP bank_commands_total of all\nbank_commands_total{kind="transfer",outcome="confirmed"} 7.0\nbank_commands_total{kind="account"} 1.5E3\nbank_commands_totally 5\n'
    expect(sumOf(text, 'bank_commands_total')).toBe(1507)
  })

  it('without labels is read, too, and is 0 where nothing was counted', () => {
    expect(sumOf('bank_heartbeat_beats_total 12.0\n', 'bank_heartbeat_beats_total')).toBe(12)
    expect(sumOf('', 'bank_heartbeat_beats_total')).toBe(0)
  })
})
