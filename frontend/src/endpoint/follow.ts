import { stringifyDocument, type TypedDocumentNode } from '@urql/core'
import { backoffMs, pause } from './backoff'
import { isFinal, refusalOfStream, type Refusal } from './refusal'
import type { Socket } from './socket'

export interface Follower<Result, Variables> {
  readonly document: TypedDocumentNode<Result, Variables>
  /** Read anew for each subscription, so that it can say from where to go on. */
  readonly variables: () => Variables
  readonly onData: (data: Result) => void
  /** The subscription is there, for the first time or again. */
  readonly onLive: () => void
  /** It is gone and will be tried again, or, when that would change nothing, it is gone for good. */
  readonly onLost: (refusal: Refusal, forGood: boolean) => void
}

/** A subscription that lasted this long did not fail at once: the next wait is short again. */
const LASTED_MS = 5000

/**
 * Subscribes, and subscribes again whenever the subscription ends, until the signal aborts. A login that ends takes all of its
 * subscriptions along, those for everybody, too. So the first UNAUTHENTICATED is no answer yet: the question is asked once more over a new
 * WebSocket, which has the login that the browser has now, or none.
 */
export async function follow<Result, Variables extends Record<string, unknown>>(
  socket: Socket,
  follower: Follower<Result, Variables>,
  signal: AbortSignal,
): Promise<void> {
  const unwant = socket.want()
  try {
    await again(socket, follower, signal)
  } finally {
    unwant()
  }
}

async function again<Result, Variables extends Record<string, unknown>>(
  socket: Socket,
  follower: Follower<Result, Variables>,
  signal: AbortSignal,
): Promise<void> {
  let askedAnew = false
  for (let failures = 0; !signal.aborted; failures++) {
    const { refusal, gaveData, lastedMs } = await once(socket, follower, signal)
    if (signal.aborted) return
    if (gaveData || lastedMs > LASTED_MS) {
      failures = 0
      askedAnew = false
    }
    const loginEnded = refusal.code === 'UNAUTHENTICATED' && !askedAnew
    if (isFinal(refusal) && !loginEnded) {
      follower.onLost(refusal, true)
      return
    }
    follower.onLost(refusal, false)
    if (loginEnded) {
      askedAnew = true
      socket.renew()
    }
    await pause(backoffMs(failures), signal).catch(() => undefined)
  }
}

interface End {
  readonly refusal: Refusal
  readonly gaveData: boolean
  /** Since it was there; 0 where it never was. */
  readonly lastedMs: number
}

const ENDED: Refusal = { code: 'NETWORK', message: 'The connection was closed.' }

function once<Result, Variables extends Record<string, unknown>>(
  socket: Socket,
  { document, variables, onData, onLive }: Follower<Result, Variables>,
  signal: AbortSignal,
): Promise<End> {
  return new Promise((resolve) => {
    let gaveData = false
    let liveSince: number | null = null
    const settle = (refusal: Refusal) => {
      stopListening()
      signal.removeEventListener('abort', abort)
      resolve({ refusal, gaveData, lastedMs: liveSince === null ? 0 : performance.now() - liveSince })
    }
    const lookWhetherLive = () => {
      if (liveSince !== null || socket.connection !== 'connected' || signal.aborted) return
      liveSince = performance.now()
      onLive()
    }
    const stopListening = socket.onChange(lookWhetherLive)
    const unsubscribe = socket.subscribe<Result>(
      {
        query: stringifyDocument(document),
        // A getter, as graphql-ws itself sends a subscription again after a normal close.
        get variables() {
          return variables()
        },
      },
      {
        next: ({ data, errors }) => {
          if (signal.aborted) return
          if (errors && errors.length > 0) {
            unsubscribe()
            settle(refusalOfStream(errors))
          } else if (data) {
            gaveData = true
            onData(data)
          }
        },
        error: (end) => settle(refusalOfStream(end)),
        complete: () => settle(ENDED),
      },
    )
    const abort = () => {
      unsubscribe()
      settle(ENDED)
    }
    signal.addEventListener('abort', abort)
    lookWhetherLive()
  })
}
