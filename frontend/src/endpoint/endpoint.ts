import { Client, fetchExchange } from '@urql/core'
import { Socket } from './socket'

/** The two ways to the bank: single questions over HTTP; streams, and what has to be there fast, over one WebSocket. */
export interface Endpoint {
  readonly http: Client
  readonly socket: Socket
}

/** An answer that takes longer will not come. */
export const PATIENCE_MS = 20_000

export function openEndpoint(origin: string): Endpoint {
  return {
    http: new Client({
      url: `${origin}/graphql`,
      exchanges: [fetchExchange],
      preferGetMethod: false,
      requestPolicy: 'network-only',
      fetch: (input, init) => fetch(input, { ...init, signal: within(init?.signal ?? undefined) }),
      fetchOptions: { credentials: 'same-origin' },
    }),
    socket: new Socket(`${origin.replace(/^http/, 'ws')}/graphql`),
  }
}

function within(signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(PATIENCE_MS)
  return signal ? AbortSignal.any([signal, limit]) : limit
}
