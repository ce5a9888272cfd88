import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
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

// A bank that somebody else started has its directory where this test does not know.
describe.runIf(inject('bank').environment['BANK_DIR'])('./bank load', () => {
  const { root, environment } = inject('bank')
  const runs = () => (JSON.parse(readFileSync(join(environment['BANK_DIR'] ?? '', 'load/results.json'), 'utf8')) as { runs: Run[] }).runs

  it('clicks under a load that grows, keeps what it measured when it is stopped, and is drawn on the Background page', { timeout: 240_000 }, async () => {
    const test = spawn(`${root}/bank`, ['load', 'closed', '--name', 'short', '--loops-per-load', '20'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] })
    const ended = once(test, 'exit')
    await expect.poll(() => pace(environment['BANK_PACE_PORT']), { timeout: 200_000 }).toBe(1)
    test.kill('SIGTERM')
    await ended
    expect(await pace(environment['BANK_PACE_PORT'])).toBe(0)
    const run = runs().find(({ name }) => name === 'short')
    expect(run?.outcome).toMatch(/^stopped after \d+ loops$/)
    expect(run?.points[0]).toMatchObject({ load: 0, samples: 20 })
    expect(Object.keys(run?.points[0]?.processes ?? {})).toEqual(expect.arrayContaining(['kafka', 'postgres', 'registry', 'command-handler', 'heartbeat', 'graphql-endpoint', 'load-test']))
    expect(run?.points[0]?.processes['kafka']?.memory_mib).toBeGreaterThan(50)
    const visitor = await browser.arrive()
    await visitor.open('/background')
    await expect.poll(() => visitor.page.locator('.runs').textContent()).toContain('short')
    expect(await visitor.page.locator('.plots .uplot').count()).toBeGreaterThanOrEqual(4)
  })
})
