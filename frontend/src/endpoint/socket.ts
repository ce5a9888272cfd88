import { createClient, type Client, type ClientOptions, type FormattedExecutionResult, type Sink } from 'graphql-ws'

/** What is known of the WebSocket. It is idle while nobody wants a stream, so it cannot be missed then. */
export type Connection = 'idle' | 'connecting' | 'connected' | 'lost'

export interface Subscribe {
  readonly query: string
  /** Read anew each time it is sent. */
  readonly variables: Record<string, unknown>
}

/**
 * One WebSocket for all subscriptions of the page. A subscription that ends, ends: who wants it again subscribes again (see
 * follow.ts), since only the subscriber knows from where.
 */
export class Socket {
  readonly #options: ClientOptions
  readonly #listeners = new Set<() => void>()
  #client: Client
  #connection: Connection = 'idle'
  #wanted = 0
  #heardAt = 0

  constructor(url: string, options: Partial<ClientOptions> = {}) {
    this.#options = {
      url,
      retryAttempts: 0,
      lazyCloseTimeout: 1000,
      connectionAckWaitTimeout: 10_000,
      keepAlive: 10_000,
      ...options,
    }
    this.#client = this.#open()
  }

  get connection(): Connection {
    return this.#connection
  }

  /**
   * When the endpoint was last heard, by Date.now(); while connected that is each ten seconds at least. By this a loss is as long as it was
   * also where the machine slept meanwhile, and found it out when it woke up.
   */
  get heardAt(): number {
    return this.#heardAt
  }

  /** @returns how not to be told any more */
  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Says that streams are wanted from now on, also while none can be had. A lost connection that nobody wants back is idle: nothing
   * would open it again, and so nothing would end its loss.
   *
   * @returns how to say that they are not wanted any more; to be called once
   */
  want(): () => void {
    this.#wanted++
    return () => {
      this.#wanted--
      if (this.#wanted === 0 && this.#connection === 'lost') this.#set('idle')
    }
  }

  subscribe<T>(payload: Subscribe, sink: Sink<FormattedExecutionResult<T, unknown>>): () => void {
    return this.#client.subscribe<T, unknown>(payload as { query: string; variables: Record<string, unknown> }, sink)
  }

  /** Closes it and opens another: the endpoint knows who is logged in by the cookie of the handshake. Ends all subscriptions. */
  renew(): void {
    const old = this.#client
    this.#client = this.#open()
    this.#set('idle')
    void old.dispose()
  }

  #open(): Client {
    // A peer that vanished without a word is found by a ping that is not answered.
    let unanswered: ReturnType<typeof setTimeout> | undefined
    const client: Client = createClient({
      ...this.#options,
      on: {
        connecting: () => this.#setFor(client, this.#connection === 'lost' ? 'lost' : 'connecting'),
        connected: () => this.#setFor(client, 'connected'),
        message: () => {
          this.#heardAt = Date.now()
        },
        closed: (event) => {
          clearTimeout(unanswered)
          const normal = (event as CloseEvent | undefined)?.code === 1000
          this.#setFor(client, normal || this.#wanted === 0 ? 'idle' : 'lost')
        },
        ping: (received) => {
          if (!received) unanswered = setTimeout(() => client.terminate(), 5000)
        },
        pong: (received) => {
          if (received) clearTimeout(unanswered)
        },
      },
    })
    return client
  }

  #setFor(client: Client, connection: Connection): void {
    // What the client before still has to say is of no interest.
    if (client === this.#client) this.#set(connection)
  }

  #set(connection: Connection): void {
    if (this.#connection === connection) return
    this.#connection = connection
    for (const listener of this.#listeners) listener()
  }
}
