import { describe, expect, it } from 'vitest'
import { newName, PASSWORD } from '../src/bank/ask'
import { browserOfTests } from '../src/page/browser'
import type { Visitor } from '../src/page/visitor'

const browser = browserOfTests()

/** Presses Tab until the element has the focus. */
async function tab(visitor: Visitor, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await visitor.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
    await visitor.page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${selector}`)
}

describe('the keyboard alone', () => {
  it('opens an account, deposits and transfers', async () => {
    const visitor = await browser.arrive()
    const { keyboard } = visitor.page
    const tabTo = (id: string) => tab(visitor, `#${id}`)
    await visitor.open('/client')
    await visitor.page.waitForSelector('#login')
    await tabTo('username')
    await keyboard.type(`keyboard-${Date.now()}`)
    await tabTo('password')
    await keyboard.type('a password')
    await keyboard.press('Enter')
    await visitor.page.waitForSelector('#iban')
    await tabTo('deposit-5000')
    await keyboard.press('Enter')
    await expect.poll(() => visitor.shown('changed_by')).toEqual(['€50,00'])
    await tabTo('transfer-amount')
    await keyboard.type('1,00')
    await tabTo('transfer-to')
    await keyboard.type('somebody outside')
    await tabTo('transfer-description')
    await keyboard.type('by keyboard')
    await keyboard.press('Enter')
    await expect.poll(() => visitor.shown('changed_by')).toEqual(['€1,00', '€50,00'])
  })

  it('stays where it is while the bank is asked, and after', async () => {
    const visitor = await browser.arrive()
    const { keyboard } = visitor.page
    const inFocus = () => visitor.page.evaluate(() => document.activeElement?.id)
    const name = newName()
    await visitor.enter(name)
    await visitor.page.click('#logout')
    await visitor.page.fill('#username', name)
    await visitor.page.fill('#password', 'another password')
    await visitor.page.focus('#login')
    await keyboard.press('Enter')
    await visitor.page.waitForSelector('#login-refused')
    expect(await inFocus()).toBe('login')
    await visitor.page.fill('#password', PASSWORD)
    await keyboard.press('Enter')
    await visitor.page.waitForSelector('#iban')
    // Where the answer will stand is there before, for those who listen, and takes no room.
    const form = visitor.page.locator('form')
    expect(await form.getByRole('status').count()).toBe(1)
    const bottoms = await form.evaluate((all) => [all, all.querySelector('#transfer')].map((one) => one?.getBoundingClientRect().bottom))
    expect(bottoms[0]).toBe(bottoms[1])
    await visitor.fillTransfer({ amount: '1,00' })
    await visitor.page.focus('#transfer')
    await keyboard.press('Enter')
    await visitor.page.waitForSelector('form [data-outcome=moved]')
    expect(await inFocus()).toBe('transfer')
  })

  it('goes to the heading of a screen that it turned to, also where that has to come first', async () => {
    const visitor = await browser.arrive()
    await visitor.open('/')
    for (const title of ['Background', 'Client']) {
      await visitor.page.focus(`nav a[href="/${title.toLowerCase()}"]`)
      await visitor.page.keyboard.press('Enter')
      await visitor.page.waitForSelector(`h1:has-text("${title}")`)
      await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    }
  })

  it('follows an account as an employee, chooses fields and pauses the list', async () => {
    const visitor = await browser.arrive()
    const { keyboard } = visitor.page
    await visitor.enterAsEmployee()
    await visitor.page.waitForSelector('.account')
    await tab(visitor, '.account')
    await keyboard.press('Enter')
    await visitor.page.waitForSelector('[data-phase=live]')
    await tab(visitor, '#hold')
    await keyboard.press('Space')
    await expect.poll(() => visitor.page.textContent('#hold')).toContain('Go on')
    await tab(visitor, '#show-descr')
    await keyboard.press('Space')
    await expect.poll(() => visitor.page.locator('.transactions [data-field=descr]').count()).toBe(0)
  })
})
