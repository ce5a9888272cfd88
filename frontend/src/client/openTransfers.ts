import type { ConfirmMoneyTransferInput } from '#generated/graphql'

/** A transfer that may have moved money, as the bank has not replied to it; without its token, which is not kept. */
export interface OpenTransfer {
  readonly id: string
  /** In cents. */
  readonly amount: number
  readonly from: string
  readonly to: string
  readonly description: string
  /** Why its outcome is not known. */
  readonly reason: string
}

/** What of a transfer is said by who wishes it: the same again is the same wish, as long as the bank has not replied to the first. */
export type Wish = Omit<OpenTransfer, 'id' | 'reason'>

/** More than these nobody leaves behind; the oldest is forgotten then. */
const MOST = 20
const PREFIX = 'open-transfers '

/**
 * The transfers of one account that the bank has not replied to, kept as long as the browser's tab: a page that is loaded anew, or come back to,
 * still sends them under the id that they have, and so moves money once. They are kept from before they are sent. Where the browser
 * forbids storage, they last as long as the screen.
 */
export class OpenTransfers {
  readonly #key: string
  #unsaved: readonly OpenTransfer[] = []

  constructor(iban: string) {
    this.#key = PREFIX + iban
  }

  /** The last one of these, where there are some. */
  last(isMeant: (open: OpenTransfer) => boolean): OpenTransfer | null {
    return this.#read().findLast(isMeant) ?? null
  }

  find(wish: Wish): OpenTransfer | null {
    return this.last((open) => open.amount === wish.amount && open.from === wish.from && open.to === wish.to && open.description === wish.description)
  }

  keep({ id, amount, from, to, description }: ConfirmMoneyTransferInput, reason: string): void {
    const others = this.#read().filter((other) => other.id !== id)
    this.#write([...others, { id, amount: Number(amount), from, to, description, reason }].slice(-MOST))
  }

  /** The bank has replied, or it is sure that it will not do it. */
  settle(id: string): void {
    this.#write(this.#read().filter((other) => other.id !== id))
  }

  #read(): readonly OpenTransfer[] {
    try {
      const text = sessionStorage.getItem(this.#key)
      return text === null ? this.#unsaved : readOpen(text)
    } catch {
      return this.#unsaved
    }
  }

  #write(open: readonly OpenTransfer[]): void {
    this.#unsaved = []
    try {
      if (open.length === 0) sessionStorage.removeItem(this.#key)
      else sessionStorage.setItem(this.#key, JSON.stringify(open))
    } catch {
      this.#unsaved = open
    }
  }
}

/** For all accounts: whoever comes next at this browser is to see nothing of them. */
export function forgetOpenTransfers(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
  } catch {
    // Storage is forbidden, so nothing was kept.
  }
}

/** What another version of these pages, or a person, wrote there is left out where it cannot be sent. */
function readOpen(text: string): readonly OpenTransfer[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return []
  }
  return Array.isArray(json) ? json.filter(isOpenTransfer) : []
}

function isOpenTransfer(value: unknown): value is OpenTransfer {
  if (typeof value !== 'object' || value === null) return false
  const { amount, ...texts } = value as Record<string, unknown>
  return Number.isSafeInteger(amount) && ['id', 'from', 'to', 'description', 'reason'].every((name) => typeof texts[name] === 'string')
}
