import { beforeAll, describe, expect, inject, it } from 'vitest'
import { ask, cookieOf, move, openAccount, type Account } from '../src/bank/ask'
import { browserOfTests } from '../src/page/browser'

const browser = browserOfTests()

describe('two browsers at once', () => {
  it('see the same transaction live, one going out and one coming in', async () => {
    const [payer, payee] = [await browser.arrive(), await browser.arrive()]
    const [from, to] = [await payer.enter(), await payee.enter()]
    await payer.fillTransfer({ amount: '33,00', to, description: 'across' })
    await payer.page.click('#transfer')
    for (const [visitor, other, arrow] of [
      [payer, to, 'debit'],
      [payee, from, 'credit'],
    ] as const) {
      await expect.poll(() => visitor.shown('descr')).toEqual(['across'])
      expect(await visitor.shown('from_to')).toEqual([other])
      // As a screen reader is told it.
      expect(await visitor.page.locator('.transactions [data-id]').ariaSnapshot()).toContain(`cell "${arrow}"`)
    }
  })

  it('show one account the same way, when it is open in both', async () => {
    const first = await browser.arrive()
    await first.enter()
    const second = await browser.arrive()
    await second.context.addCookies(await first.context.cookies())
    await second.open('/client')
    await second.page.waitForSelector('#iban')
    await first.page.click('#deposit-2000')
    await expect.poll(() => second.shown('changed_by')).toEqual(['€20,00'])
    await second.page.click('#deposit-5000')
    await expect.poll(() => first.shown('changed_by')).toEqual(['€50,00', '€20,00'])
  })
})

describe('an employee', () => {
  let accounts: Account[]
  beforeAll(async () => {
    const { url } = inject('bank')
    accounts = []
    for (let number = 0; number < 45; number++) {
      const account = await openAccount(url)
      await move(url, 'cash', account.iban, 1000 + number, 'first')
      accounts.push(account)
    }
  }, 180_000)

  async function allAccounts(): Promise<string[]> {
    const { url, employee } = inject('bank')
    const cookie = await cookieOf(url, employee, 'login_employee')
    const { data } = await ask(url, '{ accounts(first: 250) { items { iban } } }', {}, cookie)
    return (data['accounts'] as { items: { iban: string }[] }).items.map(({ iban }) => iban)
  }

  it('pages through the accounts, twenty at a time, and back', async () => {
    const expected = await allAccounts()
    expect(expected.length).toBeGreaterThanOrEqual(45)
    const visitor = await browser.arrive()
    await visitor.enterAsEmployee()
    const pages = Math.ceil(expected.length / 20)
    const buttons = () => visitor.page.locator('.account').allTextContents()
    for (let page = 0; page < pages; page++) {
      await expect.poll(buttons).toEqual(expected.slice(page * 20, page * 20 + 20))
      expect(await visitor.page.textContent('#page')).toBe(`${page * 20 + 1}–${Math.min(page * 20 + 20, expected.length)} of ${expected.length}`)
      if (page < pages - 1) await visitor.page.click('#next')
    }
    expect(await visitor.page.isEnabled('#next')).toBe(false)
    expect(await visitor.page.evaluate(() => document.activeElement?.id)).toBe('next')
    await visitor.page.click('#previous')
    await expect.poll(buttons).toEqual(expected.slice((pages - 2) * 20, (pages - 1) * 20))
  })

  it('follows an account live, and another one after it', async () => {
    const visitor = await browser.arrive()
    await visitor.enterAsEmployee()
    expect(await visitor.page.textContent('#following')).toContain('You currently follow no account')
    const accounts = visitor.page.locator('.account')
    // The first page of them is asked for when the screen is there already.
    await expect.poll(() => accounts.count()).toBeGreaterThanOrEqual(2)
    const [first, second] = (await accounts.allTextContents()) as [string, string]
    const { url } = inject('bank')
    for (const iban of [first, second]) {
      await visitor.page.click(`[data-iban=${iban}]`)
      await expect.poll(() => visitor.page.textContent('#following')).toBe(`You currently follow ${iban}`)
      await visitor.page.waitForSelector('[data-phase=live]')
      await move(url, 'cash', iban, 777, 'seen by an employee')
      await expect.poll(async () => (await visitor.shown('descr'))[0]).toBe('seen by an employee')
    }
    await visitor.page.reload()
    await expect.poll(() => visitor.page.textContent('#following')).toBe(`You currently follow ${second}`)
  })

  it('asks again for accounts that could not be had', async () => {
    const visitor = await browser.arrive({ breaksNetwork: true })
    let refused = 0
    await visitor.page.route('**/graphql', (route) => {
      const asksForAccounts = (route.request().postDataJSON() as { query: string }).query.includes('query Accounts')
      if (!asksForAccounts || refused > 0) return route.continue()
      refused++
      return route.abort()
    })
    await visitor.enterAsEmployee()
    await visitor.page.click('text=Try again')
    await expect.poll(() => visitor.page.locator('.account').count()).toBe(20)
    expect(refused).toBe(1)
    expect(await visitor.page.locator('text=Try again').count()).toBe(0)
  })

  it('is not a client, and a client is no employee', async () => {
    const employee = await browser.arrive()
    await employee.enterAsEmployee()
    await employee.page.click('text=Client')
    await expect.poll(() => employee.page.textContent('main')).toContain('is logged in as an employee')
    const client = await browser.arrive()
    await client.enter()
    await client.page.click('text=Bank employee')
    await expect.poll(() => client.page.textContent('main')).toContain('is logged in as a client')
    expect(await client.page.locator('.account').count()).toBe(0)
  })
})

describe('the home page', () => {
  it('shows the company account and the bank live to everybody', async () => {
    const { url } = inject('bank')
    const visitor = await browser.arrive()
    await visitor.open('/')
    await visitor.page.waitForSelector('[data-phase=live]')
    await expect.poll(async () => Number((await visitor.page.textContent('#figure-accounts'))?.replaceAll('.', ''))).toBeGreaterThanOrEqual(45)
    const before = Number((await visitor.page.textContent('#figure-transactions'))?.replaceAll('.', ''))
    const giver = await openAccount(url)
    await move(url, giver, 'NL66OPEN0000000000', 4321, 'to the company')
    await expect.poll(async () => (await visitor.shown('descr'))[0]).toBe('to the company')
    expect((await visitor.shown('changed_by'))[0]).toBe('€43,21')
    await expect.poll(async () => Number((await visitor.page.textContent('#figure-transactions'))?.replaceAll('.', ''))).toBeGreaterThan(before)
    await expect.poll(async () => Number((await visitor.page.textContent('#figure-rate'))?.replaceAll('.', '').replace(',', '.'))).toBeGreaterThan(0)
    // What was written is on its way through the diagram.
    await expect.poll(() => visitor.page.locator('.flow canvas').evaluate(isPainted), { interval: 20 }).toBe(true)
    // Each topic of the bank has its place in the diagram, with its count.
    expect(await visitor.page.locator('.flow .topic .count').count()).toBe(8)
  })
})

/** Reads a copy: Chromium warns of a canvas that is drawn on a graphics card and read again and again. */
function isPainted(canvas: Element): boolean {
  const { width, height } = canvas as HTMLCanvasElement
  const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!copy) throw new Error('this browser has no canvas to copy to')
  copy.drawImage(canvas as HTMLCanvasElement, 0, 0)
  return copy.getImageData(0, 0, width, height).data.some((value) => value > 0)
}
