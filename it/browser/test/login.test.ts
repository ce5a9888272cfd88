import { describe, expect, it } from 'vitest'
import { newName, PASSWORD } from '../src/bank/ask'
import { browserOfTests } from '../src/page/browser'

const browser = browserOfTests()

describe('a client', () => {
  it('opens an account by a name that is new, and comes back to it by name and password', async () => {
    const visitor = await browser.arrive()
    const name = newName()
    const iban = await visitor.enter(name)
    expect(iban).toMatch(/^NL\d\dOPEN0\d{9}$/)
    await visitor.page.click('#logout')
    await visitor.page.waitForSelector('#login')
    await visitor.logIn(name, PASSWORD)
    await expect.poll(() => visitor.page.textContent('#iban')).toBe(iban)
  })

  it('is told that the password is wrong', async () => {
    const visitor = await browser.arrive()
    const name = newName()
    await visitor.enter(name)
    await visitor.page.click('#logout')
    await visitor.logIn(name, 'another password')
    await expect.poll(() => visitor.page.textContent('#login-refused')).toContain('ncorrect password')
    expect(await visitor.page.locator('#iban').count()).toBe(0)
  })

  it('needs eight characters or more in both fields, and nothing is sent before', async () => {
    const visitor = await browser.arrive()
    await visitor.open('/client')
    await visitor.page.waitForSelector('#login')
    for (const [name, password, wrong] of [
      ['seven77', 'long enough', 'username'],
      ['long enough', 'seven77', 'password'],
    ] as const) {
      await visitor.logIn(name, password)
      await expect.poll(() => visitor.page.getAttribute(`#${wrong}`, 'aria-invalid')).toBe('true')
      expect(await visitor.page.evaluate(() => document.activeElement?.id)).toBe(wrong)
    }
    expect(visitor.sent.filter(({ query }) => query.includes('login'))).toEqual([])
  })

  it('stays logged in when the page is loaded again, also on the other screens', async () => {
    const visitor = await browser.arrive()
    const iban = await visitor.enter()
    await visitor.page.reload()
    await expect.poll(() => visitor.page.textContent('#iban')).toBe(iban)
    await visitor.page.click('text=Home')
    await visitor.page.click('text=Client')
    await expect.poll(() => visitor.page.textContent('#iban')).toBe(iban)
  })

  it('is out after Log out, also after loading the page again', async () => {
    const visitor = await browser.arrive()
    await visitor.enter()
    await visitor.page.click('#logout')
    await visitor.page.waitForSelector('#login')
    await visitor.page.reload()
    await visitor.page.waitForSelector('#login')
  })
})

describe('an employee', () => {
  it('is not let in with a wrong password', async () => {
    const visitor = await browser.arrive()
    await visitor.open('/employee')
    await visitor.logIn('employee', 'not the password')
    await visitor.page.waitForSelector('#login-refused')
    expect(await visitor.page.locator('.account').count()).toBe(0)
  })
})
