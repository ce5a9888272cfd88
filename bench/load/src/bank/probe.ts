import { randomUUID } from 'node:crypto'
import { createClient, type Client } from 'graphql-ws'
import WebSocket from 'ws'
import { Failure } from '../failure.js'
import { USER } from '../browser/visitor.js'
import { TIME_OUT_MS } from '../settings.js'

const LOGIN = 'mutation ($username: String!, $password: String!) { login(username: $username, password: $password) { viewer { iban } reason } }'
const NEWEST = 'query ($iban: String!) { transactions_by_iban(iban: $iban, max_items: 1) { id } }'
const STREAM = 'subscription ($iban: String!, $after: Int!) { stream_transactions(iban: $iban, after_id: $after) { id descr } }'
const MOVE =
  'mutation ($command: ConfirmMoneyTransferInput!) { confirm_money_transfer(input: $command) { __typename ... on MoneyTransferFailed { reason } } }'

/** A stream that ended is asked for again after so long. */
const AGAIN_MS = 200

interface UnderWay {
  readonly timer: ReturnType<typeof setTimeout>
  readonly arrived: () => void
}

/** When what was sent came back, in milliseconds since it was due, or that it did not in time. */
export type Told = (latencyMs: number, timedOut: boolean) => void

/**
 * A client without a browser: sends deposits over the endpoint's WebSocket, and waits for each in the account's stream, which is what the
 * screen is drawn from. Many can be under way at once.
 */
export class Probe {
  readonly #client: Client
  readonly #iban: string
  readonly #waiting = new Map<string, UnderWay>()
  #closed = false

  private constructor(client: Client, iban: string) {
    this.#client = client
    this.#iban = iban
  }

  /** Logs in as the browser does, and follows the account. */
  static async open(url: string): Promise<Probe> {
    const { data, cookie } = await ask<{ login: { viewer: { iban: string } | null; reason: string | null } }>(url, LOGIN, USER)
    const { viewer, reason } = data.login
    if (!viewer) throw new Failure(`${USER.username} cannot log in: ${reason}. A bank without that name: ./bank clean`)
    const newest = await ask<{ transactions_by_iban: { id: number }[] }>(url, NEWEST, { iban: viewer.iban }, cookie)
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { session: cookie.slice(cookie.indexOf('=') + 1) },
      lazy: false,
      retryAttempts: Number.MAX_SAFE_INTEGER,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref()),
      shouldRetry: () => true,
      onNonLazyError: () => undefined,
    })
    const probe = new Probe(client, viewer.iban)
    probe.#follow(newest.data.transactions_by_iban[0]?.id ?? 0)
    return probe
  }

  /** Whatever ends the stream, it goes on from the last one seen; what is not told meanwhile becomes a time-out. */
  #follow(after: number): void {
    let last = after
    const iban = this.#iban
    const again = () => {
      if (!this.#closed) this.#follow(last)
    }
    const follower = {
      query: STREAM,
      // Read anew when the client itself subscribes again after a lost connection.
      get variables() {
        return { iban, after: last }
      },
    }
    this.#client.subscribe<{ stream_transactions: { id: number; descr: string } }>(follower, {
      next: ({ data }) => {
        if (!data) return
        last = data.stream_transactions.id
        this.#waiting.get(data.stream_transactions.descr)?.arrived()
      },
      error: () => setTimeout(again, AGAIN_MS).unref(),
      complete: () => setTimeout(again, AGAIN_MS).unref(),
    })
  }

  /** @param due when it was to be sent, by performance.now() */
  send(due: number, told: Told): void {
    const id = randomUUID()
    const end = (timedOut: boolean) => {
      clearTimeout(timer)
      this.#waiting.delete(id)
      told(performance.now() - due, timedOut)
    }
    const timer = setTimeout(() => end(true), due + TIME_OUT_MS - performance.now())
    this.#waiting.set(id, { timer, arrived: () => end(false) })
    const command = { id, token: 'cash', amount: 100, from: 'cash', to: this.#iban, description: id }
    // What the answer says is of no interest: who moves no money shows none in the stream, which is a time-out.
    this.#client.subscribe({ query: MOVE, variables: { command } }, { next: () => undefined, error: () => undefined, complete: () => undefined })
  }

  get underWay(): number {
    return this.#waiting.size
  }

  /** Forgets what is under way without telling: it neither came nor had its time, and so is no measurement. */
  async close(): Promise<void> {
    this.#closed = true
    for (const { timer } of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
    await this.#client.dispose()
  }
}

async function ask<T>(url: string, query: string, variables: object, cookie = ''): Promise<{ data: T; cookie: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(cookie && { Cookie: cookie }) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(20_000),
  }).catch((failed) => {
    throw new Failure(`the endpoint does not answer at ${url}. How it is: ./bank status`, { cause: failed })
  })
  const { data, errors } = (await response.json()) as { data?: T | null; errors?: readonly { message: string }[] }
  if (!data || errors?.length) throw new Failure(`the endpoint refused: ${errors?.map(({ message }) => message).join('; ')}`)
  return { data, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie }
}
