import { describe, expect, it } from 'vitest'
import { AMOUNT_LIMIT, formatCents, readAmount } from './amount'

describe('an amount as it is typed', () => {
  it.each([
    ['1', 1],
    ['1111', 1111],
    ['21078', 21078],
    ['0012', 12],
    ['12,34', 1234],
    ['12,5', 1250],
    ['12,-', 1200],
    ['12,--', 1200],
    ['0,01', 1],
    ['€12', 1200],
    ['€ 1.234,56', 123456],
    ['1.234', 123400],
    ['1.234.567,89', 123456789],
    ['12.34', 1234],
    [' 1 234 ', 1234],
    ['€\u00a012,34', 1234],
    ['21.474.836,47', 2147483647],
    ['2147483647', 2147483647],
  ])('%s is %d cents', (typed, cents) => {
    expect(readAmount(typed)).toEqual({ cents })
  })

  it.each(['0', '0,00', '€0', '-5', '-12,34', '€-1', '\u22125'])('%s is refused as not above zero', (typed) => {
    expect(readAmount(typed).reason).toBe('The amount must be above zero.')
  })

  it.each(['2147483648', '21.474.836,48', '99999999999999999999', '€99.999.999'])('%s is refused as too much', (typed) => {
    expect(readAmount(typed).reason).toBe('The amount can be €21.474.836,47 at most.')
  })

  it.each(['twelve', '12,345', '1,234', '1.23.4', '12,34,56', '1e3', '0x10', '12€', '.5', ',50', '1.2', '٣'])(
    '%s is refused with how to write it',
    (typed) => {
      expect(readAmount(typed).reason).toContain('Write 12,34')
    },
  )

  it('asks for an amount where there is none', () => {
    expect(readAmount('  ').reason).toBe('Give an amount.')
  })
})

describe('an amount as it is shown', () => {
  it.each([
    [0, '€0,00'],
    [5, '€0,05'],
    [1234, '€12,34'],
    [123456, '€1.234,56'],
    [-50000, '€-500,00'],
    [10 ** 15, '€10.000.000.000.000,00'],
  ])('%d cents is %s', (cents, shown) => {
    expect(formatCents(cents)).toBe(shown)
  })

  it('can be typed as it is shown', () => {
    for (const cents of [1, 99, 100, 1234, 123456, AMOUNT_LIMIT - 1]) {
      expect(readAmount(formatCents(cents))).toEqual({ cents })
    }
  })
})
