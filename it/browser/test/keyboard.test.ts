import { describe, expect, it } from 'vitest'
import { browserOfTests } from '../src/page/browser'

const browser = browserOfTests()

describe('the keyboard alone', () => {
  it('opens an account, deposits and transfers', async () => {
    const visitor = await browser.arrive()
    const { keyboard } = visitor.page
    const focused = () => visitor.page.evaluate(() => document.activeElement?.id)
    const tabTo = async (id: string) => {
      for (let presses = 0; presses < 60; presses++) {
        if ((await focused()) === id) return
        await keyboard.press('Tab')
      }
      throw new Error(`no Tab leads to ${id}`)
    }
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
})
