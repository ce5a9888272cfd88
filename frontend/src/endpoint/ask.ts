import { stringifyDocument, type TypedDocumentNode } from '@urql/core'
import { PATIENCE_MS, type Endpoint } from './endpoint'
import { refusalOf, refusalOfQuery, refusalOfStream, type Refusal } from './refusal'
import type { Socket } from './socket'

/** What came back, or why nothing did. */
export interface Answer<Result> {
  readonly data?: Result | null
  readonly refusal?: Refusal
}

/** A request of its own. */
export async function askOverHttp<Result, Variables extends Record<string, unknown>>(
  { http }: Endpoint,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Answer<Result>> {
  const { data, error } = await http.mutation<Result, Record<string, unknown>>(document, variables).toPromise()
  return error ? { data: data ?? null, refusal: refusalOfQuery(error) } : { data: data ?? null }
}

/** Over the WebSocket that is open for streams anyhow: there and back in a third of the time that a request takes in the browser. */
export function askOverSocket<Result, Variables extends Record<string, unknown>>(
  socket: Socket,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Answer<Result>> {
  return new Promise((resolve) => {
    const settle = (answer: Answer<Result>) => {
      clearTimeout(patience)
      resolve(answer)
    }
    const patience = setTimeout(() => {
      settle({ refusal: refusalOfStream(null) })
      cancel()
    }, PATIENCE_MS)
    const cancel = socket.subscribe<Result>(
      { query: stringifyDocument(document), variables },
      {
        next: ({ data, errors }) => settle(errors?.[0] ? { data: data ?? null, refusal: refusalOf(errors[0]) } : { data: data ?? null }),
        error: (end) => settle({ refusal: refusalOfStream(end) }),
        // Without effect after an answer.
        complete: () => settle({ refusal: refusalOfStream(null) }),
      },
    )
  })
}
