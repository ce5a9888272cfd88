import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, inject, it } from 'vitest'
import { move } from '../src/bank/ask'
import { browserOfTests } from '../src/page/browser'
import type { Visitor } from '../src/page/visitor'

const browser = browserOfTests()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

const SCREENS: Readonly<Record<string, (visitor: Visitor) => Promise<void>>> = {
  home: async (visitor) => {
    await visitor.open('/')
    await visitor.page.waitForSelector('[data-phase=live]')
    await visitor.page.waitForSelector('.flow .topic .count')
  },
  'login with mistakes': async (visitor) => {
    await visitor.open('/client')
    await visitor.logIn('short', 'short')
  },
  client: async (visitor) => {
    const iban = await visitor.enter()
    await move(inject('bank').url, 'cash', iban, 1234, 'to look at')
    await visitor.page.click('#deposit-1000')
    await visitor.page.waitForSelector('[data-outcome=moved]')
    await visitor.fillTransfer({ to: 'short' })
  },
  employee: async (visitor) => {
    await visitor.enterAsEmployee()
    await visitor.page.click('.account >> nth=0')
    await visitor.page.waitForSelector('[data-phase=live]')
  },
  background: async (visitor) => {
    await visitor.open('/background')
    await visitor.page.waitForSelector('#shipped-results')
  },
  'background with results': async (visitor) => {
    await visitor.page.route('**/load-results.json', (route) =>
      route.fulfill({ path: new URL('load-results.example.json', import.meta.url).pathname, contentType: 'application/json' }),
    )
    await visitor.open('/background')
    await visitor.page.waitForSelector('.plot canvas')
  },
  'a page that is not there': async (visitor) => {
    await visitor.open('/')
    await visitor.page.evaluate(() => history.pushState(null, '', '/nowhere'))
    await visitor.page.waitForSelector('text=No such page')
  },
}

describe.each([
  ['light', 1280],
  ['dark', 1280],
  ['dark', 390],
  ['light', 1920],
  ['light', 390],
] as const)('in %s, %d pixels wide', (colorScheme, width) => {
  it.each(Object.entries(SCREENS))('axe finds nothing wrong: %s', async (_, show) => {
    const visitor = await browser.arrive({ context: { colorScheme, reducedMotion: 'reduce', viewport: { width, height: 900 } } })
    await show(visitor)
    // Not by a script element, which the page's own policy forbids.
    await visitor.page.evaluate(axe)
    const violations = await visitor.page.evaluate(async () => {
      const { axe: run } = globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }
      return (await run.run()).violations
    })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`)).toEqual([])
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
})

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
