import { describe, expect, it } from 'vitest'
import { browserOfTests } from '../src/page/browser'
import type { Visitor } from '../src/page/visitor'

const browser = browserOfTests()

const isDark = (visitor: Visitor) => visitor.page.evaluate(() => document.documentElement.classList.contains('dark'))

describe('the appearance', () => {
  it('is the one of the system, and follows it', async () => {
    const visitor = await browser.arrive({ context: { colorScheme: 'dark' } })
    await visitor.open('/')
    expect(await isDark(visitor)).toBe(true)
    await visitor.page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(() => isDark(visitor)).toBe(false)
  })

  it('is the one that was chosen, on every screen and when the page is loaded again, until it is the system\'s again', async () => {
    const visitor = await browser.arrive({ context: { colorScheme: 'light' } })
    await visitor.open('/')
    const chosen = () => visitor.page.getAttribute('#appearance', 'aria-label')
    await visitor.page.click('#appearance')
    await expect.poll(chosen).toMatch(/^Appearance: light/)
    await visitor.page.click('#appearance')
    await expect.poll(chosen).toMatch(/^Appearance: dark/)
    await expect.poll(() => isDark(visitor)).toBe(true)
    await visitor.open('/background')
    expect(await isDark(visitor)).toBe(true)
    await visitor.page.click('#appearance')
    await expect.poll(chosen).toMatch(/^Appearance: as your system/)
    await expect.poll(() => isDark(visitor)).toBe(false)
  })
})
