import type { Endpoint } from '../endpoint/endpoint'
import { backoffMs, pause } from '../endpoint/backoff'
import { follow } from '../endpoint/follow'
import { isFinal, refusalOfQuery, type Refusal } from '../endpoint/refusal'
import { LastTransactionsDocument, NewTransactionsDocument, type ShownFragment } from '#generated/graphql'
import type { Shown } from './fields'
import { withArrived } from './newest'
import { PerFrame, whenThereIsRoom, type Schedule } from './perFrame'
import { select } from './selection'

/** What is to be shown of an account. */
export interface Wish {
  readonly items: number
  readonly shown: Shown
}

/** loading: nothing is known yet; live; reconnecting: what is shown may be old; refused: for good. */
export type Phase = 'loading' | 'live' | 'reconnecting' | 'refused'

export interface Transactions {
  readonly phase: Phase
  /** Newest first. */
  readonly rows: readonly ShownFragment[]
  /** The row that was pushed out of the list last, to be shown fading; none when many were at once. */
  readonly leaving: ShownFragment | null
  /** Rows with a higher id arrived while one looked on. */
  readonly freshAfter: number
  /** While the list is held: how many arrived since. */
  readonly held: number | null
  readonly refusal: Refusal | null
}

const NOTHING_YET: Transactions = {
  phase: 'loading',
  rows: [],
  leaving: null,
  freshAfter: Number.MAX_SAFE_INTEGER,
  held: null,
  refusal: null,
}

/** More new rows than this come without fading, which nobody could see, and which would keep the page drawing all the time. */
const FADES_PER_SECOND = 12

/** So many rows fade at once after a quiet time. */
const FADES_AT_ONCE = 3

/**
 * The newest transactions of one account: asked for once, then kept up by the stream from the last one on. Each subscription
 * asks for what came after the last one seen, so that nothing is missed and nothing comes twice, whatever ended the one before.
 */
export class LiveTransactions {
  readonly #endpoint: Endpoint
  readonly #account: string
  readonly #schedule: Schedule
  readonly #listeners = new Set<() => void>()
  #now: Transactions = NOTHING_YET
  #lastId = 0
  #drawnAt = 0
  /** How much of what may fade is used up: each row adds one, and time takes away. */
  #crowd = 0
  /** All that is known while the list is held; the list otherwise. */
  #known: readonly ShownFragment[] = []

  constructor(endpoint: Endpoint, account: string, schedule: Schedule = whenThereIsRoom()) {
    this.#endpoint = endpoint
    this.#account = account
    this.#schedule = schedule
  }

  readonly current = (): Transactions => this.#now

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Begins to follow the account. What was shown by another wish stays on the screen until the answer is there.
   *
   * @returns how to stop; then it can follow again
   */
  readonly follow = (wish: Wish): (() => void) => {
    const stop = new AbortController()
    const arrivals = new PerFrame<ShownFragment>(wish.items, (items, dropped) => this.#arrived(items, dropped, wish.items), this.#schedule)
    void this.#run(wish, arrivals, stop.signal)
    return () => {
      stop.abort()
      arrivals.stop()
    }
  }

  async #run(wish: Wish, arrivals: PerFrame<ShownFragment>, signal: AbortSignal): Promise<void> {
    if (!(await this.#load(wish, signal))) return
    await follow(
      this.#endpoint.socket,
      {
        document: select(NewTransactionsDocument, wish.shown),
        variables: () => ({ account: this.#account, after_id: this.#lastId }),
        onData: ({ stream_transactions: transaction }) => {
          if (!transaction || transaction.id <= this.#lastId) return
          this.#lastId = transaction.id
          arrivals.add(transaction)
        },
        onLive: () => this.#set({ phase: 'live', refusal: null }),
        onLost: (refusal, forGood) => this.#set({ phase: forGood ? 'refused' : 'reconnecting', refusal }),
      },
      signal,
    )
  }

  /** Keeps the list as it is, until release. */
  hold(): void {
    if (this.#now.held === null) this.#set({ held: 0, leaving: null })
  }

  release(): void {
    if (this.#now.held !== null) this.#set({ held: null, rows: this.#known, freshAfter: Number.MAX_SAFE_INTEGER })
  }

  /** The leaving row has faded out. */
  readonly left = (): void => {
    if (this.#now.leaving) this.#set({ leaving: null })
  }

  async #load({ items, shown }: Wish, signal: AbortSignal): Promise<boolean> {
    const document = select(LastTransactionsDocument, shown)
    for (let failures = 0; !signal.aborted; failures++) {
      const { data, error } = await this.#endpoint.http.query(document, { account: this.#account, max_items: items }).toPromise()
      if (signal.aborted) return false
      if (data && !error) {
        this.#known = (data.transactions_by_iban ?? []).filter((row) => row !== null)
        this.#lastId = this.#known[0]?.id ?? 0
        // What came by the stream is as good an answer as a stream that is open: the list is there.
        this.#set({ rows: this.#known, phase: 'live', refusal: null, held: null, leaving: null })
        return true
      }
      const refusal = error ? refusalOfQuery(error) : { code: 'INTERNAL', message: 'The bank gave no answer.' }
      const forGood = isFinal(refusal)
      this.#set({ phase: forGood ? 'refused' : 'reconnecting', refusal, ...(forGood && { rows: [] }) })
      if (forGood) return false
      await pause(backoffMs(failures), signal).catch(() => undefined)
    }
    return false
  }

  #arrived(items: readonly ShownFragment[], dropped: number, limit: number): void {
    const before = this.#known
    this.#known = withArrived(before, items, limit)
    if (this.#now.held !== null) {
      this.#set({ held: this.#now.held + items.length + dropped })
      return
    }
    const few = this.#areFew(items.length + dropped)
    const pushedOut = before.length + items.length > limit ? before[limit - items.length] : undefined
    this.#set({
      rows: this.#known,
      freshAfter: few ? (before[0]?.id ?? 0) : Number.MAX_SAFE_INTEGER,
      leaving: few ? (pushedOut ?? null) : null,
    })
  }

  #areFew(arrived: number): boolean {
    const now = performance.now()
    const gone = ((now - this.#drawnAt) * FADES_PER_SECOND) / 1000
    this.#drawnAt = now
    // Rows fade again a good second after the last of a crowd, however large it was.
    this.#crowd = Math.min(Math.max(0, this.#crowd - gone) + arrived, FADES_AT_ONCE + FADES_PER_SECOND)
    return this.#crowd <= FADES_AT_ONCE
  }

  #set(change: Partial<Transactions>): void {
    this.#now = { ...this.#now, ...change }
    for (const listener of this.#listeners) listener()
  }
}
