import { describe, expect, it } from 'vitest'
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
