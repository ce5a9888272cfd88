import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { browserOfTests } from '../src/page/browser'

const browser = browserOfTests()

interface Run {
  readonly name: string
  readonly outcome: string
  readonly points: readonly { readonly load: number; readonly samples: number; readonly processes: Record<string, { readonly memory_mib: number }> }[]
}

async function pace(port: string | undefined): Promise<number> {
  const { batch_size } = (await (await fetch(`http://127.0.0.1:${port}/pace`)).json()) as { batch_size: number }
  return batch_size
}

/** Measurements so far of the run on a schedule that began last. */
function rowsOf(home = ''): number {
  const folder = join(home, 'load/rows')
  const last = readdirSync(folder).filter((name) => name.endsWith('-open.jsonl')).toSorted().at(-1)
  return last === undefined ? 0 : readFileSync(join(folder, last), 'utf8').split('latency_ms').length - 1
}

// A bank that somebody else started has its directory where this test does not know.
describe.runIf(inject('bank').environment['BANK_DIR'])('./bank load', () => {
  const { root, environment, url } = inject('bank')
  const load = (...options: string[]) => spawn(`${root}/bank`, ['load', ...options], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] })
  const runs = () => (JSON.parse(readFileSync(join(environment['BANK_DIR'] ?? '', 'load/results.json'), 'utf8')) as { runs: Run[] }).runs

  it('clicks, measures, and is drawn on the Background page', { timeout: 240_000 }, async () => {
    const test = load('closed', '--name', 'short', '--loops', '25', '--loops-per-load', '20')
    expect((await once(test, 'exit'))[0]).toBe(0)
    const run = runs().find(({ name }) => name === 'short')
    expect(run?.points.map(({ load: at, samples }) => [at, samples])).toEqual([
      [0, 20],
      [10, 5],
    ])
    expect(Object.keys(run?.points[0]?.processes ?? {})).toEqual(expect.arrayContaining(['kafka', 'postgres', 'registry', 'command-handler', 'heartbeat', 'graphql-endpoint', 'load-test']))
    expect(run?.points[0]?.processes['kafka']?.memory_mib).toBeGreaterThan(50)
    const visitor = await browser.arrive()
    await visitor.open('/background')
    await expect.poll(() => visitor.page.locator('.runs').textContent()).toContain('short')
    expect(await visitor.page.locator('.plots .uplot').count()).toBeGreaterThanOrEqual(5)
    expect(visitor.url).toBe(url)
  })

  it('keeps what it measured, and the pace as it was, when it is stopped', { timeout: 240_000 }, async () => {
    const test = load('max', '--name', 'stopped', '--from', '50', '--seconds', '300')
    await expect.poll(() => pace(environment['BANK_PACE_PORT']), { timeout: 120_000 }).toBe(5)
    await expect.poll(() => rowsOf(environment['BANK_DIR']), { timeout: 120_000 }).toBeGreaterThan(20)
    test.kill('SIGTERM')
    await once(test, 'exit')
    expect(runs().find(({ name }) => name === 'stopped')?.outcome).toContain('stopped')
    expect(await pace(environment['BANK_PACE_PORT'])).toBe(0)
  })
})
