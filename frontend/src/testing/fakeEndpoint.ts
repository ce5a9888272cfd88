import { makeOperation, type Client } from '@urql/core'
import type { FormattedExecutionResult, Sink } from 'graphql-ws'
import type { Endpoint } from '../endpoint/endpoint'
import type { Connection, Socket, Subscribe } from '../endpoint/socket'

export interface Subscription {
  readonly variables: Record<string, unknown>
  readonly query: string
  readonly sink: Sink<FormattedExecutionResult<unknown, unknown>>
  ended: boolean
}

type Answer = { readonly data?: unknown; readonly error?: unknown }

/** An endpoint that answers as the test says, and whose socket the test cuts. */
export class FakeEndpoint {
  readonly asked: { readonly document: unknown; readonly variables: Record<string, unknown> }[] = []
  readonly subscriptions: Subscription[] = []
  /** How often the socket was closed and another opened. */
  renewed = 0
  /** How many want streams. */
  wanted = 0
  #heardAt = 0
  #answer: (variables: Record<string, unknown>) => Answer | Promise<Answer> = () => ({ data: {} })
  #connection: Connection = 'idle'
  readonly #listeners = new Set<() => void>()

  answer(answer: (variables: Record<string, unknown>) => Answer | Promise<Answer>): void {
    this.#answer = answer
  }

  connect(): void {
    this.#heardAt = Date.now()
    this.#set('connected')
  }

  /** Cuts the socket: all subscriptions end as they do when a server dies. It was heard until now, or so long ago. */
  cut(silentMs = 0): void {
    this.#heardAt = Date.now() - silentMs
    this.#set('lost')
    this.#end((sink) => sink.error({ code: 1006, reason: '' }))
  }

  /** All subscriptions end as they do when their login ends, or is refused. */
  refuse(code: string): void {
    this.#end((sink) => sink.error([{ message: code, extensions: { code } }] as never))
  }

  get live(): Subscription[] {
    return this.subscriptions.filter(({ ended }) => !ended)
  }

  asEndpoint(): Endpoint {
    return { http: this.#http() as unknown as Client, socket: this.#socket() as unknown as Socket }
  }

  #end(how: (sink: Subscription['sink']) => void): void {
    for (const subscription of this.live) {
      subscription.ended = true
      how(subscription.sink)
    }
  }

  #set(connection: Connection): void {
    this.#connection = connection
    for (const listener of this.#listeners) listener()
  }

  #http() {
    const ask = (document: unknown, variables: Record<string, unknown>) => {
      this.asked.push({ document, variables })
      const answer = Promise.resolve(this.#answer(variables))
      return Object.assign(answer, { toPromise: () => answer })
    }
    return { query: ask, mutation: ask, makeOperation }
  }

  #socket() {
    const connection = () => this.#connection
    const heardAt = () => this.#heardAt
    return {
      get connection() {
        return connection()
      },
      get heardAt() {
        return heardAt()
      },
      onChange: (listener: () => void) => {
        this.#listeners.add(listener)
        return () => this.#listeners.delete(listener)
      },
      subscribe: (payload: Subscribe, sink: Sink<FormattedExecutionResult<unknown, unknown>>) => {
        const subscription = { variables: payload.variables, query: payload.query, sink, ended: false }
        this.subscriptions.push(subscription)
        return () => {
          subscription.ended = true
        }
      },
      want: () => {
        this.wanted++
        return () => {
          this.wanted--
        }
      },
      renew: () => {
        this.renewed++
        this.#set('idle')
        this.#end((sink) => sink.complete())
      },
    }
  }
}
