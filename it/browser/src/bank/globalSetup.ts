import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { freeBlock } from './ports'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly bank: RunningBank
  }
}

/** A bank for the tests, all of it real, as ./bank starts it. */
export interface RunningBank {
  readonly url: string
  readonly root: string
  readonly environment: Readonly<Record<string, string>>
  readonly employee: { readonly username: string; readonly password: string }
}

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../../../..')
const home = resolve(import.meta.dirname, '../../target/bank')

/** BANK_URL names a bank that runs already, of which BANK_EMPLOYEE_PASSWORD is the employee's; otherwise one is started. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['BANK_URL']
  const password = process.env['BANK_EMPLOYEE_PASSWORD'] ?? 'an employee of the tests'
  if (running) {
    project.provide('bank', { url: running, root, environment: {}, employee: { username: 'employee', password } })
    return async () => undefined
  }
  const base = await freeBlock(20)
  const environment = {
    BANK_DIR: home,
    BANK_KAFKA_PORT: `${base}`,
    BANK_REGISTRY_PORT: `${base + 10}`,
    BANK_POSTGRES_PORT: `${base + 11}`,
    BANK_HEARTBEAT_PORT: `${base + 12}`,
    BANK_COMMAND_GENERATOR_PORT: `${base + 13}`,
    BANK_COMMAND_HANDLER_PORT: `${base + 14}`,
    BANK_PACE_PORT: `${base + 15}`,
    BANK_GRAPHQL_PORT: `${base + 16}`,
    BANK_EMPLOYEE_PASSWORD: password,
    // It starts once: making them would only take from the tests.
    BANK_CLASS_ARCHIVES: 'no',
  }
  const bank = async (...args: string[]) => {
    const { stdout } = await run(`${root}/bank`, args, { env: { ...process.env, ...environment }, maxBuffer: 10_000_000 }).catch((failed) => {
      throw new Error(`./bank ${args.join(' ')}: ${failed.stderr || failed.stdout || failed}`, { cause: failed })
    })
    return stdout
  }
  const began = Date.now()
  rmSync(home, { recursive: true, force: true })
  try {
    await bank('up', '--detach')
  } catch (failed) {
    await bank('down').catch(() => undefined)
    throw failed
  }
  process.stdout.write(`the bank is up after ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
  const url = `http://127.0.0.1:${environment.BANK_GRAPHQL_PORT}`
  project.provide('bank', { url, root, environment, employee: { username: 'employee', password } })
  return async () => {
    await bank('down')
  }
}
