import { afterEach, describe, expect, it, vi } from 'vitest'
import { forgetOpenTransfers, OpenTransfers } from './openTransfers'

const IBAN = 'NL66OPEN0000000000'
const TOKEN = '12345678901234567890'
const command = (id: string, amount = 1234) => ({ id, token: TOKEN, amount, from: IBAN, to: 'somebody', description: 'coffee' })
const wish = { amount: 1234, from: IBAN, to: 'somebody', description: 'coffee' }
const all = () => true

describe('open transfers', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('are there when the screen is come back to, with why their outcome is not known', () => {
    new OpenTransfers(IBAN).keep(command('first'), 'The bank cannot be reached.')
    expect(new OpenTransfers(IBAN).last(all)).toEqual({ id: 'first', ...wish, reason: 'The bank cannot be reached.' })
  })

  it('are those of one account', () => {
    new OpenTransfers(IBAN).keep(command('first'), '')
    expect(new OpenTransfers('NL80OPEN0123456789').last(all)).toBeNull()
  })

  it('are found by what they say', () => {
    const open = new OpenTransfers(IBAN)
    open.keep(command('first'), '')
    expect(open.find(wish)?.id).toBe('first')
    for (const other of [{ amount: 1235 }, { from: 'cash' }, { to: 'somebody else' }, { description: 'tea' }]) expect(open.find({ ...wish, ...other })).toBeNull()
  })

  it('end with the reply', () => {
    const open = new OpenTransfers(IBAN)
    open.keep(command('first'), '')
    open.keep(command('second'), '')
    open.settle('second')
    expect(open.last(all)?.id).toBe('first')
    open.settle('first')
    expect(sessionStorage).toHaveLength(0)
  })

  it('are kept without a token', () => {
    new OpenTransfers(IBAN).keep(command('first'), '')
    expect(Object.values({ ...sessionStorage }).join()).not.toContain(TOKEN)
  })

  it('are not ever more', () => {
    const open = new OpenTransfers(IBAN)
    for (let amount = 1; amount <= 30; amount++) open.keep(command(`id ${amount}`, amount), '')
    expect(open.find({ ...wish, amount: 10 })).toBeNull()
    expect(open.find({ ...wish, amount: 11 })?.id).toBe('id 11')
    expect(open.last(all)?.id).toBe('id 30')
  })

  it('are gone after logging out, and nothing else with them', () => {
    new OpenTransfers(IBAN).keep(command('first'), '')
    new OpenTransfers('NL80OPEN0123456789').keep(command('second'), '')
    sessionStorage.setItem('another', 'thing')
    forgetOpenTransfers()
    expect(Object.keys({ ...sessionStorage })).toEqual(['another'])
  })

  it.each(['not JSON', 'null', '{}', '[null, 1, {}]', '[{"id": "x", "amount": "1", "from": "a", "to": "b", "description": "", "reason": ""}]'])(
    'are none where there is %s',
    (text) => {
      sessionStorage.setItem(`open-transfers ${IBAN}`, text)
      expect(new OpenTransfers(IBAN).last(all)).toBeNull()
    },
  )

  it('last as long as the screen where the browser forbids storage', () => {
    vi.stubGlobal('sessionStorage', {
      getItem: () => {
        throw new Error('forbidden')
      },
      setItem: () => {
        throw new Error('forbidden')
      },
    })
    const open = new OpenTransfers(IBAN)
    open.keep(command('first'), '')
    expect(open.find(wish)?.id).toBe('first')
    open.settle('first')
    expect(open.find(wish)).toBeNull()
    expect(forgetOpenTransfers).not.toThrow()
  })
})
