import { createClient } from 'graphql-ws'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Probe } from '../src/bank/probe.js'

vi.mock('graphql-ws', () => ({ createClient: vi.fn() }))

const sent: string[] = []
let stream: (descr: string) => void
beforeEach(() => {
  sent.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async () => Response.json({ data: { login: { viewer: { iban: 'NL00' }, reason: null }, transactions_by_iban: [] } }, { headers: { 'set-cookie': 'session=1; Path=/' } }))
  vi.mocked(createClient).mockReturnValue({
    subscribe: ({ variables }: { variables: { command?: { description: string } } }, sink: { next: (result: object) => void }) => {
      if (variables.command) sent.push(variables.command.description)
      else stream = (descr) => sink.next({ data: { stream_transactions: { id: 1, descr } } })
    },
    dispose: async () => undefined,
  } as unknown as ReturnType<typeof createClient>)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Two probes, due now. @returns what is told of them */
function twoProbes(probe: Probe): unknown[] {
  const told: unknown[] = []
  const due = performance.now()
  for (const name of ['first', 'second']) probe.send(due, (latency, timedOut) => told.push([name, Math.round(latency), timedOut]))
  return told
}

it('a probe tells when it came back, or that its time is out', async () => {
  const probe = await Probe.open('http://bank')
  const told = twoProbes(probe)
  vi.advanceTimersByTime(30)
  stream(sent[1] as string)
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual([
    ['second', 30, false],
    ['first', 5000, true],
  ])
  expect(probe.underWay).toBe(0)
})

it('a probe that is closed forgets what is under way, and tells of no time-out that was none', async () => {
  const probe = await Probe.open('http://bank')
  const told = twoProbes(probe)
  vi.advanceTimersByTime(300)
  await probe.close()
  expect(vi.getTimerCount()).toBe(0)
  stream(sent[0] as string)
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual([])
  expect(probe.underWay).toBe(0)
})
