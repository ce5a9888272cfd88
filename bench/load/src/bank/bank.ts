import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failure.js'
import type { Watched } from '../system/sampler.js'

/** The bank that runs, as its state.json tells. */
export interface Bank {
  readonly home: string
  readonly url: string
  /** The heartbeat's control. */
  readonly pace: string
  readonly heartbeatMetrics: string
  readonly handlerMetrics: string
  readonly brokers: number
  readonly processes: readonly Watched[]
  /** What it was started with that is not the default, such as linger.ms. */
  readonly settings: Readonly<Record<string, string>>
}

interface State {
  readonly phase: string
  readonly brokers: string
  readonly pace: string
  readonly components: readonly { readonly name: string; readonly address: string; readonly process?: { readonly pid: number } | null }[]
}

/** @throws {Failure} where it does not run */
export function runningBank(home: string): Bank {
  const state = stateOf(home)
  if (state.phase !== 'UP') throw new Failure(`the bank is not up: it is ${state.phase.toLowerCase()}. How it is: ./bank status`)
  const addressOf = (name: string) => {
    const found = state.components.find((component) => component.name === name)
    if (!found) throw new Failure(`the bank runs without its ${name}, which the load test needs. How it is: ./bank status`)
    return found.address
  }
  const handler = state.components.find(({ name }) => name === 'command-handler')?.process?.pid
  return {
    home,
    url: addressOf('graphql-endpoint'),
    pace: state.pace,
    heartbeatMetrics: `${addressOf('heartbeat')}/metrics`,
    handlerMetrics: `${addressOf('command-handler')}/metrics`,
    brokers: state.brokers.split(',').length,
    processes: state.components.flatMap(({ name, process }) => (process ? [{ name, pid: process.pid }] : [])),
    settings: handler === undefined ? {} : settingsOf(environmentOf(handler)),
  }
}

function stateOf(home: string): State {
  try {
    return JSON.parse(readFileSync(join(home, 'state.json'), 'utf8')) as State
  } catch (failed) {
    throw new Failure('the bank does not run. Start it: ./bank up', { cause: failed })
  }
}

/** The settings that change how fast it is. Others are left out, as passwords are among them. */
const TELLING = ['KAFKA_LINGER_MS', 'KAFKA_BATCH_SIZE', 'KAFKA_ACKS', 'KAFKA_COMPRESSION_TYPE', 'KAFKA_FETCH_MIN_BYTES', 'KAFKA_FETCH_MAX_WAIT_MS', 'KAFKA_MAX_POLL_RECORDS', 'HANDLER_BATCH', 'DB_CONNECTIONS']

export function settingsOf(environment: Readonly<Record<string, string>>): Record<string, string> {
  const settings: Record<string, string> = {}
  for (const name of TELLING) {
    const value = environment[name]
    if (value !== undefined) settings[name.startsWith('KAFKA_') ? name.slice('KAFKA_'.length).toLowerCase().replaceAll('_', '.') : name] = value
  }
  return settings
}

function environmentOf(pid: number): Record<string, string> {
  try {
    const lines = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean)
    return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
  } catch {
    // Of another user, or just ended: the group is told without settings.
    return {}
  }
}
