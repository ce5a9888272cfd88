import { describe, expect, inject, it } from 'vitest'
import { move } from '../src/bank/ask'
import { browserOfTests } from '../src/page/browser'
import type { Sent, Visitor } from '../src/page/visitor'

const browser = browserOfTests()
const FIELDS = ['iban', 'new_balance', 'direction', 'from_to', 'changed_by', 'descr'] as const

/** The newest query for the list; the one for the balance asks for one item. */
const newest = (visitor: Visitor) =>
  visitor.sent.findLast(({ query, variables }) => query.includes('LastTransactions') && variables['max_items'] !== 1)

/** What the newest query and the newest subscription for the list ask for. */
function asked(visitor: Visitor): { query: string[]; subscription: string[] } {
  const fields = (sent: Sent | undefined) => /fragment Shown on Transaction \{([^}]*)\}/.exec(sent?.query ?? '')?.[1]?.trim().split(/\s+/) ?? []
  const subscriptions = visitor.sent.filter(({ query }) => query.includes('NewTransactions')).map(fields)
  return { query: fields(newest(visitor)), subscription: subscriptions.at(-1) ?? [] }
}

describe('the list of transactions', () => {
  it('says that there is nothing yet where there is nothing, until there is something', async () => {
    const visitor = await browser.arrive()
    await visitor.enter()
    await expect.poll(() => visitor.page.textContent('.transaction-panel .empty')).toContain('Nothing has happened on this account yet')
    expect(await visitor.page.textContent('#balance')).toBe('€0,00')
    await visitor.page.click('#deposit-1000')
    await expect.poll(() => visitor.shown('changed_by')).toEqual(['€10,00'])
    expect(await visitor.page.locator('.transaction-panel .empty').count()).toBe(0)
  })

  it.each(FIELDS)('asks for %s only while its toggle is on, and shows it only then', async (field) => {
    const visitor = await browser.arrive()
    await visitor.open('/')
    await visitor.page.waitForSelector('[data-phase=live]')
    await expect.poll(() => asked(visitor)).toEqual({ query: ['id', ...FIELDS], subscription: ['id', ...FIELDS] })
    const rest = FIELDS.filter((other) => other !== field)
    await visitor.page.click(`#show-${field}`)
    await expect.poll(() => asked(visitor)).toEqual({ query: ['id', ...rest], subscription: ['id', ...rest] })
    expect(await visitor.page.locator(`.transactions [data-field="${field}"]`).count()).toBe(0)
    await visitor.page.click(`#show-${field}`)
    await expect.poll(() => asked(visitor)).toEqual({ query: ['id', ...FIELDS], subscription: ['id', ...FIELDS] })
  })

  it('shows 10 at the start, and 5, 10, 25, 50, 100 or 250 as chosen, the newest first', async () => {
    const { url } = inject('bank')
    const visitor = await browser.arrive()
    const iban = await visitor.enter()
    for (let cents = 1; cents <= 60; cents++) await move(url, 'cash', iban, cents, `number ${cents}`)
    const expected = (count: number) => Array.from({ length: Math.min(count, 60) }, (_, index) => `number ${60 - index}`)
    // More than are there are seen in what is asked for only.
    const wanted = () => newest(visitor)?.variables['max_items']
    expect(wanted()).toBe(10)
    await expect.poll(() => visitor.shown('descr')).toEqual(expected(10))
    for (const items of [5, 25, 50, 100, 250, 10]) {
      await visitor.page.click(`#items-${items}`)
      await expect.poll(wanted).toBe(items)
      await expect.poll(() => visitor.shown('descr')).toEqual(expected(items))
    }
    await move(url, 'cash', iban, 61, 'number 61')
    await expect.poll(() => visitor.shown('descr')).toEqual(['number 61', ...expected(9)])
  })

  it('fades a new row in, and the last one out', async () => {
    const { url } = inject('bank')
    const visitor = await browser.arrive()
    const iban = await visitor.enter()
    await visitor.page.click('#items-5')
    for (let cents = 1; cents <= 5; cents++) await move(url, 'cash', iban, cents, `number ${cents}`)
    await expect.poll(() => visitor.shown('descr')).toHaveLength(5)
    const { page } = visitor
    const leaving = page.waitForSelector('.leaving', { state: 'attached' })
    await move(url, 'cash', iban, 6, 'number 6')
    expect(await (await leaving).textContent()).toContain('number 1')
    const first = page.locator('.transactions [data-id]').first()
    expect(await first.textContent()).toContain('number 6')
    expect(await first.evaluate((row) => getComputedStyle(row).animationName)).toBe('arrive')
    await page.waitForSelector('.leaving', { state: 'detached' })
    expect(await visitor.shown('descr')).toHaveLength(5)
  })

  it('can be used on a phone: fields are chosen behind a button, and what is tapped happens', async () => {
    const visitor = await browser.arrive({ context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } })
    const { page } = visitor
    await visitor.enter()
    await page.tap('#deposit-2000')
    await expect.poll(() => visitor.shown('changed_by')).toEqual(['€20,00'])
    expect(await page.isVisible('#show-descr')).toBe(false)
    await page.tap('text=Fields')
    await page.tap('#show-descr')
    await expect.poll(() => page.locator('.transactions [data-field=descr]').count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })

  it('stands still while it is paused, and has all of it after', async () => {
    const { url } = inject('bank')
    const visitor = await browser.arrive()
    const iban = await visitor.enter()
    await move(url, 'cash', iban, 1, 'before')
    await expect.poll(() => visitor.shown('descr')).toEqual(['before'])
    await visitor.page.click('#hold')
    await move(url, 'cash', iban, 2, 'meanwhile')
    await expect.poll(() => visitor.page.textContent('#hold')).toContain('1 new')
    expect(await visitor.shown('descr')).toEqual(['before'])
    await visitor.page.click('#hold')
    await expect.poll(() => visitor.shown('descr')).toEqual(['meanwhile', 'before'])
  })
})
