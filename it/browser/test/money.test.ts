import { describe, expect, inject, it } from 'vitest'
import { move, openAccount } from '../src/bank/ask'
import { browserOfTests } from '../src/page/browser'
import type { Visitor } from '../src/page/visitor'

const browser = browserOfTests()
const COMPANY = 'NL66OPEN0000000000'

async function shows(visitor: Visitor, field: string, text: string): Promise<void> {
  await expect.poll(async () => (await visitor.shown(field))[0]).toBe(text)
}

/** What is seen of the newest row's direction. */
async function arrowOf(visitor: Visitor): Promise<{ glyph: string | undefined; greener: boolean }> {
  return visitor.page.locator('.transactions [data-id] [data-field=direction] > *').first().evaluate((arrow) => {
    const { content, color } = getComputedStyle(arrow, '::before')
    const canvas = document.createElement('canvas').getContext('2d')
    if (!canvas) throw new Error('no canvas')
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0] = canvas.getImageData(0, 0, 1, 1).data
    return { glyph: /[↑↓]/.exec(content)?.[0], greener: green > red }
  })
}

describe('a deposit', () => {
  it('comes in by each button', async () => {
    const visitor = await browser.arrive()
    await visitor.enter()
    let balance = 0
    for (const [cents, text] of [
      [1000, '€10,00'],
      [2000, '€20,00'],
      [5000, '€50,00'],
      [10_000, '€100,00'],
      [20_000, '€200,00'],
      [50_000, '€500,00'],
    ] as const) {
      balance += cents
      await visitor.page.click(`#deposit-${cents}`)
      await shows(visitor, 'changed_by', text)
      await expect.poll(() => visitor.page.textContent('#balance')).toBe(`€${balance / 100},00`)
    }
    expect(await visitor.page.locator('.transactions .credit').count()).toBe(6)
    expect(await arrowOf(visitor)).toEqual({ glyph: '↑', greener: true })
    expect(await visitor.page.locator('.transactions .debit').count()).toBe(0)
  })
})

describe('a transfer', () => {
  it('moves what was typed, in cents or as people write euro, and clears the form', async () => {
    const visitor = await browser.arrive()
    await visitor.enter()
    await visitor.page.click('#deposit-50000')
    await shows(visitor, 'changed_by', '€500,00')
    for (const [typed, moved] of [
      ['1111', '€11,11'],
      ['12,34', '€12,34'],
      ['€ 100', '€100,00'],
    ] as const) {
      await visitor.fillTransfer({ amount: typed })
      expect(await visitor.page.textContent('#transfer-meant')).toBe(moved)
      await visitor.page.click('#transfer')
      await shows(visitor, 'changed_by', moved)
      await expect.poll(() => visitor.page.inputValue('#transfer-amount')).toBe('')
    }
    expect((await visitor.shown('from_to'))[0]).toBe(COMPANY)
    expect(await visitor.page.locator('.transactions .debit').count()).toBe(3)
    expect(await arrowOf(visitor)).toEqual({ glyph: '↓', greener: false })
  })

  it.each([
    ['amount', { amount: '0' }],
    ['amount', { amount: '2147483648' }],
    ['amount', { amount: 'a lot' }],
    ['to', { to: 'shorter' }],
    ['description', { description: '' }],
  ])('is not offered with a wrong %s (%o)', async (_, filled) => {
    const visitor = await browser.arrive()
    await visitor.enter()
    await visitor.fillTransfer({})
    await expect.poll(() => visitor.page.isEnabled('#transfer')).toBe(true)
    await visitor.fillTransfer(filled)
    expect(await visitor.page.isEnabled('#transfer')).toBe(false)
  })

  it('is refused to one\'s own account, and above the limit, with the reason', async () => {
    const visitor = await browser.arrive()
    const iban = await visitor.enter()
    await visitor.fillTransfer({ to: iban })
    await visitor.page.click('#transfer')
    await expect.poll(() => visitor.page.textContent('form .outcome')).toContain("from and to can't be same for transfer")
    await visitor.fillTransfer({ amount: '500,01' })
    await visitor.page.click('#transfer')
    await expect.poll(() => visitor.page.textContent('form .outcome')).toContain('insufficient funds')
    expect(await visitor.page.inputValue('#transfer-amount')).toBe('500,01')
  })

  // What the form does not let through, changed on its way: the page shows whatever reason comes back.
  it.each([
    ['invalid token', { token: '00000000000000000001' }],
    ['amount must be positive', { amount: -5 }],
    ['from is invalid', { from: 'nobody at all' }],
    ['from is not known at this bank', { from: 'NL80OPEN0123456789' }],
    ['both to and from not known at this bank', { from: 'NL80OPEN0123456789', to: 'NL48OPEN0999999999' }],
    ['amount is too large', { from: 'cash', amount: '9223372036854775807' }],
  ])('shows the refusal "%s"', async (reason, change) => {
    const visitor = await browser.arrive()
    await visitor.changeCommands((command) => Object.assign(command, change))
    await visitor.enter()
    await visitor.fillTransfer({})
    await visitor.page.click('#transfer')
    await expect.poll(() => visitor.page.textContent('form .outcome')).toContain(reason)
  })

  it('shows that an id was used for another transfer', async () => {
    const visitor = await browser.arrive()
    let used: string | undefined
    await visitor.changeCommands((command) => {
      used ??= command.id
      command.id = used
    })
    await visitor.enter()
    await visitor.page.click('#deposit-1000')
    await shows(visitor, 'changed_by', '€10,00')
    await visitor.fillTransfer({})
    await visitor.page.click('#transfer')
    await expect.poll(() => visitor.page.textContent('form .outcome')).toContain('id was already used for another transfer')
  })

  it('moves money once at a double click', async () => {
    const visitor = await browser.arrive()
    await visitor.enter()
    await visitor.fillTransfer({ amount: '20,00' })
    await visitor.page.dblclick('#transfer')
    await shows(visitor, 'new_balance', '€-20,00')
    await visitor.page.click('#deposit-1000')
    await shows(visitor, 'new_balance', '€-10,00')
    expect(await visitor.shown('changed_by')).toEqual(['€10,00', '€20,00'])
  })

  it('moves money once when its answer is lost, the page is loaded anew, and it is asked again', async () => {
    const visitor = await browser.arrive({ breaksNetwork: true })
    const { lost } = await visitor.loseAnswers(3)
    await visitor.enter()
    await visitor.fillTransfer({ amount: '30,00' })
    await visitor.page.click('#transfer')
    await visitor.page.waitForSelector('text=Ask again')
    expect(lost()).toBe(3)
    await visitor.page.reload()
    expect(await visitor.page.inputValue('#transfer-to')).toBe('NL66OPEN0000000000')
    await visitor.page.click('text=Ask again')
    await expect.poll(() => visitor.page.textContent('form .outcome')).toContain('€30,00 went to')
    await visitor.page.click('#deposit-1000')
    await shows(visitor, 'new_balance', '€-20,00')
    expect(await visitor.shown('changed_by')).toEqual(['€10,00', '€30,00'])
  })
})

describe('a form that is being filled in', () => {
  it('is not changed by transactions that arrive, nor loses its focus', async () => {
    const visitor = await browser.arrive()
    const iban = await visitor.enter()
    await visitor.fillTransfer({ amount: '12,3', to: 'somebody else' })
    await visitor.page.focus('#transfer-amount')
    const { url } = inject('bank')
    const other = await openAccount(url)
    for (let cents = 100; cents <= 500; cents += 100) await move(url, other, iban, cents, 'arrives')
    await shows(visitor, 'changed_by', '€5,00')
    await visitor.page.keyboard.type('4')
    expect(await visitor.page.inputValue('#transfer-amount')).toBe('12,34')
    expect(await visitor.page.inputValue('#transfer-to')).toBe('somebody else')
    expect(await visitor.page.evaluate(() => document.activeElement?.id)).toBe('transfer-amount')
  })
})
