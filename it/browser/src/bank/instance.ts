import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { RunningBank } from './globalSetup'
import { freeBlock } from './ports'

/** As the bank writes it; what is needed of it. */
interface State {
  readonly components: readonly { readonly name: string; readonly process?: { readonly pid: number } }[]
}

/** A further instance of the endpoint, beside the bank's own, which a test may stop and start as it likes. */
export class Instance {
  readonly url: string
  readonly #jar: string
  readonly #environment: NodeJS.ProcessEnv
  #process: ChildProcess | undefined

  private constructor(jar: string, environment: NodeJS.ProcessEnv, port: number) {
    this.#jar = jar
    this.#environment = environment
    this.url = `http://127.0.0.1:${port}`
  }

  /** Starts one, with the environment of the bank's own, but for the port. */
  static async beside(bank: RunningBank): Promise<Instance> {
    const state = JSON.parse(readFileSync(`${bank.environment['BANK_DIR']}/state.json`, 'utf8')) as State
    const pid = state.components.find(({ name }) => name === 'graphql-endpoint')?.process?.pid
    if (pid === undefined) throw new Error('the state of the bank names no process of the graphql-endpoint')
    const environment = Object.fromEntries(
      readFileSync(`/proc/${pid}/environ`, 'utf8')
        .split('\0')
        .filter(Boolean)
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )
    const port = await freeBlock(1)
    const instance = new Instance(`${bank.root}/bank-graphql/target/bank-graphql.jar`, { ...environment, BANK_GRAPHQL_PORT: `${port}` }, port)
    await instance.start()
    return instance
  }

  async start(): Promise<void> {
    const java = process.env['JAVA_HOME'] ? `${process.env['JAVA_HOME']}/bin/java` : 'java'
    // The quick compiler: it is started twice, and lives for half a minute.
    const started = spawn(java, ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-jar', this.#jar], { env: this.#environment, stdio: ['ignore', 'pipe', 'pipe'] })
    const log = createWriteStream(new URL('../../target/instance.log', import.meta.url), { flags: 'a' })
    started.stdout.pipe(log)
    started.stderr.pipe(log)
    this.#process = started
    for (;;) {
      if (started.exitCode !== null) throw new Error(`the endpoint ended with ${started.exitCode}; see target/instance.log`)
      const healthy = await fetch(`${this.url}/actuator/health`).then(
        ({ ok }) => ok,
        () => false,
      )
      if (healthy) return
      await wait(100)
    }
  }

  /** As an operator does: it gives back its part of the topics at once, where a crash keeps it until Kafka's session times out. */
  async stop(): Promise<void> {
    const running = this.#process
    this.#process = undefined
    if (!running || running.exitCode !== null) return
    const ended = once(running, 'exit')
    running.kill('SIGTERM')
    await ended
  }
}
