import type { CombinedError } from '@urql/core'

/** Why the endpoint did not do what it was asked, in words for people. */
export interface Refusal {
  /** As in the schema's head; NETWORK where no answer came. */
  readonly code: string
  readonly message: string
}

/** An answer that stays the same however often one asks. */
const FINAL = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'INVALID_INPUT'])

export const isFinal = ({ code }: Refusal): boolean => FINAL.has(code)

/** The endpoint looked at the question and did not take it. The last two are of questions that are not GraphQL, or not of this schema. */
const NOT_TAKEN = new Set([...FINAL, 'TOO_MANY', 'BUSY', 'UNSENDABLE', 'InvalidSyntax', 'ValidationError'])

/**
 * Whether the endpoint has not done what it was asked, this time. After any other refusal it may have: CONFLICT says that the same is
 * under way, UNAVAILABLE also that the endpoint stopped while a command waited for its reply, and a code that is not known here says nothing.
 */
export const isSurelyNotDone = ({ code }: Refusal): boolean => NOT_TAKEN.has(code)

const WORDS: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Please log in to see this.',
  FORBIDDEN: 'This login may not see that account, or there is no such account.',
  TOO_MANY: 'The bank is asked too much at the moment. Please wait a little.',
  BUSY: 'The bank is busy at the moment. Please try again.',
  CONFLICT: 'The bank is still at work on it.',
  UNSENDABLE: 'The bank cannot take a command like this.',
  TIMEOUT: 'The bank took too long to answer.',
  UNAVAILABLE: 'A part of the bank is away at the moment.',
  INTERNAL: 'Something went wrong in the bank.',
  NETWORK: 'The bank cannot be reached.',
}

interface ErrorLike {
  readonly message: string
  readonly extensions?: { readonly [name: string]: unknown } | undefined
}

export function refusalOf(error: ErrorLike): Refusal {
  const code = error.extensions?.['code'] ?? error.extensions?.['classification']
  const known = typeof code === 'string' ? code : 'INTERNAL'
  return { code: known, message: WORDS[known] ?? error.message }
}

export function refusalOfQuery(error: CombinedError): Refusal {
  const [first] = error.graphQLErrors
  return first ? refusalOf(first) : { code: 'NETWORK', message: WORDS['NETWORK'] ?? '' }
}

/** What a subscription ended with: errors of GraphQL, or whatever the socket threw. */
export function refusalOfStream(end: unknown): Refusal {
  if (Array.isArray(end) && end.length > 0) return refusalOf(end[0] as ErrorLike)
  return { code: 'NETWORK', message: WORDS['NETWORK'] ?? '' }
}
