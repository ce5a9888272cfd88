import { describe, expect, it } from 'vitest'
import { move, newName, PASSWORD } from '../src/bank/ask'
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

describe('a page whose browser has another tab', () => {
  it('goes on with what is for everybody when the login ends there', async () => {
    const visitor = await browser.arrive()
    await visitor.enter()
    await visitor.page.click('text=Home')
    await visitor.page.waitForSelector('[data-phase=live]')
    const whoIsIn = () => visitor.sent.filter(({ query }) => query.includes('query Me')).length
    const before = whoIsIn()
    const other = await visitor.context.newPage()
    await other.goto(`${visitor.url}/client`)
    await other.click('#logout')
    // It asks when the bank has ended what it had with that login.
    await expect.poll(whoIsIn).toBeGreaterThan(before)
    await visitor.page.waitForSelector('[data-phase=live]')
    await visitor.page.waitForSelector('.figures:not([data-old])')
    await move(visitor.url, 'cash', 'NL66OPEN0000000000', 123, 'after the logout')
    await expect.poll(async () => (await visitor.shown('descr'))[0]).toBe('after the logout')
    await visitor.page.click('text=Client')
    await visitor.page.waitForSelector('#login')
  })

  it('is that of who logged in there', async () => {
    const visitor = await browser.arrive()
    await visitor.open('/client')
    await visitor.page.waitForSelector('#login')
    const other = await visitor.context.newPage()
    await other.goto(`${visitor.url}/client`)
    await other.waitForSelector('#login')
    await visitor.logIn(newName(), PASSWORD)
    await visitor.page.waitForSelector('[data-phase=live]')
    await other.fill('#username', newName())
    await other.fill('#password', PASSWORD)
    await other.click('#login')
    const iban = await other.textContent('#iban')
    await visitor.page.click('#items-25')
    await expect.poll(() => visitor.page.textContent('#iban')).toBe(iban)
    await other.click('#deposit-2000')
    await expect.poll(() => visitor.page.textContent('#balance')).toBe('€20,00')
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
