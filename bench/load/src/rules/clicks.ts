/** The account that the original pays to. */
export const COMPANY = 'NL66OPEN0000000000'

export type Click =
  | { readonly kind: 'deposit'; readonly cents: number; readonly shown: string }
  | { readonly kind: 'transfer'; readonly cents: number; readonly description: string; readonly shown: string }

const DEPOSITS = [1000, 2000, 5000, 10_000, 20_000]
const TRANSFERS: readonly (readonly [number, string])[] = [
  [1111, 'foo'],
  [2323, 'bar'],
  [3489, 'baz'],
  [9999, 'present'],
  [21_078, 'fine'],
]

/** In this order, over and over: what comes in goes out again. Each moves another amount than the one before, which tells them apart. */
const CLICKS: readonly Click[] = [
  ...DEPOSITS.map((cents) => ({ kind: 'deposit', cents, shown: euro(cents) }) as const),
  ...TRANSFERS.map(([cents, description]) => ({ kind: 'transfer', cents, description, shown: euro(cents) }) as const),
]

/** What the loop with this number clicks, from 0 on. */
export function clickOf(loop: number): Click {
  return CLICKS[loop % CLICKS.length] as Click
}

/** As the screen shows it. */
function euro(cents: number): string {
  return `€${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`
}
