/**
 * What a person typed as an amount. Either cents, or why it is none, in words for that person.
 *
 * Digits alone are cents, as in the original bank: 1234 is €12,34. With a comma, a euro sign or thousands points they are euro, in
 * the Dutch style: 12,34 and €1.234,56 and 12,-. A single point before the last two digits can only have been meant as a
 * comma.
 */
export type Amount = { cents: number; reason?: never } | { cents?: never; reason: string }

/** Exclusive: the endpoint takes a GraphQL Int. */
export const AMOUNT_LIMIT = 2 ** 31

const CENTS = /^\d+$/
const EURO = /^(?<euro>\d+|\d{1,3}(?:\.\d{3})+)(?:,(?<decimals>\d{1,2}|-{1,2}))?$/
const POINT_AS_COMMA = /^\d+\.\d{2}$/

export function readAmount(typed: string): Amount {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '')
  if (text === '') return { reason: 'Give an amount.' }
  if (/^[€+]*[-\u2212]/.test(text)) return { reason: 'The amount must be above zero.' }
  const withSign = text.startsWith('€')
  const digits = withSign ? text.slice(1) : text
  if (CENTS.test(digits) && !withSign) return inRange(Number(digits))
  if (POINT_AS_COMMA.test(digits)) return inRange(Number(digits.replace('.', '')))
  const parts = EURO.exec(digits)?.groups
  if (!parts) return { reason: 'Write 12,34 for twelve euro and thirty-four cents, or 1234 for as many cents.' }
  const decimals = (parts['decimals'] ?? '').replace(/-/g, '')
  return inRange(Number((parts['euro'] ?? '').replaceAll('.', '') + decimals.padEnd(2, '0')))
}

function inRange(cents: number): Amount {
  if (cents <= 0) return { reason: 'The amount must be above zero.' }
  if (cents >= AMOUNT_LIMIT) return { reason: `The amount can be ${formatCents(AMOUNT_LIMIT - 1)} at most.` }
  return { cents }
}

/** As the bank writes money: €1.234,56, and €-1.234,56 below zero. @param cents a whole number */
export function formatCents(cents: number): string {
  const digits = Math.abs(cents).toString().padStart(3, '0')
  const euro = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.')
  return `€${cents < 0 ? '-' : ''}${euro},${digits.slice(-2)}`
}
