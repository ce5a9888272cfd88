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

/** Milliseconds, of which up to ten seconds are quiet without a loss. After a longer one the list is asked for anew. */
const LONG_LOSS = 20_000

/**
 * The newest transactions of one account: asked for once, then kept up by the stream from the last one on. Each subscription
 * asks for what came after the last one seen, so that nothing is missed and nothing comes twice, whatever ended the one before. After a
 * long loss that would be hours of transactions, nearly all of them for no row: then the newest are asked for again, and the stream goes on
 * after them.
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
    const rows = await this.#load(wish, signal)
    if (!rows) return
    // What came by the stream is as good an answer as a stream that is open: the list is there.
    this.#show(rows, { phase: 'live', refusal: null, held: null })
    // Also while the list is asked for anew: the connection is lost until then.
    const unwant = this.#endpoint.socket.want()
    try {
      while (await this.#keepUp(wish, arrivals, signal)) {
        const newest = await this.#load(wish, signal)
        if (!newest) return
        // What waits to be drawn is among them.
        arrivals.stop()
        this.#showAfterLoss(newest)
      }
    } finally {
      unwant()
    }
  }

  /** @returns whether it has been lost for so long that the list is to be asked for anew; otherwise it ended for good */
  async #keepUp(wish: Wish, arrivals: PerFrame<ShownFragment>, signal: AbortSignal): Promise<boolean> {
    const { socket } = this.#endpoint
    const old = new AbortController()
    let live = false
    let currentAt = Date.now()
    await follow(
      socket,
      {
        document: select(NewTransactionsDocument, wish.shown),
        variables: () => ({ account: this.#account, after_id: this.#lastId }),
        onData: ({ stream_transactions: transaction }) => {
          if (!transaction || transaction.id <= this.#lastId) return
          this.#lastId = transaction.id
          arrivals.add(transaction)
        },
        onLive: () => {
          live = true
          this.#set({ phase: 'live', refusal: null })
        },
        onLost: (refusal, forGood) => {
          if (live) currentAt = Math.max(currentAt, socket.heardAt)
          live = false
          this.#set({ phase: forGood ? 'refused' : 'reconnecting', refusal })
          if (!forGood && Date.now() - currentAt > LONG_LOSS) old.abort()
        },
      },
      AbortSignal.any([signal, old.signal]),
    )
    return old.signal.aborted && !signal.aborted
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

  /** @returns the newest rows, newest first; null where it was refused for good, or nobody wants them any more */
  async #load({ items, shown }: Wish, signal: AbortSignal): Promise<readonly ShownFragment[] | null> {
    const document = select(LastTransactionsDocument, shown)
    for (let failures = 0; !signal.aborted; failures++) {
      const { data, error } = await this.#endpoint.http.query(document, { account: this.#account, max_items: items }).toPromise()
      if (signal.aborted) return null
      if (data && !error) return (data.transactions_by_iban ?? []).filter((row) => row !== null)
      const refusal = error ? refusalOfQuery(error) : { code: 'INTERNAL', message: 'The bank gave no answer.' }
      const forGood = isFinal(refusal)
      this.#set({ phase: forGood ? 'refused' : 'reconnecting', refusal, ...(forGood && { rows: [] }) })
      if (forGood) return null
      await pause(backoffMs(failures), signal).catch(() => undefined)
    }
    return null
  }

  /** Takes these for all that is known. */
  #show(rows: readonly ShownFragment[], change: Partial<Transactions>): void {
    this.#known = rows
    this.#lastId = rows[0]?.id ?? 0
    this.#set({ rows, leaving: null, ...change })
  }

  /** A list that is held stays as it is; of what happened meanwhile those are counted that would be shown. */
  #showAfterLoss(rows: readonly ShownFragment[]): void {
    const { held, rows: shown } = this.#now
    const newest = this.#known[0]?.id ?? 0
    const arrived = rows.filter(({ id }) => id > newest).length
    this.#show(rows, held === null ? { freshAfter: Number.MAX_SAFE_INTEGER } : { rows: shown, held: held + arrived })
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
