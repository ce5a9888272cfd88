import { inject } from 'vitest'
import { move } from '../bank/ask'
import type { Visitor } from './visitor'

/** Every screen, with what stands on it filled in, followed, refused or measured: how a visitor gets there. */
export const SCREENS = {
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
  'transfer refused': async (visitor) => {
    await visitor.enter()
    await visitor.fillTransfer({ amount: '90.000,00' })
    await visitor.page.click('#transfer')
    await visitor.page.waitForSelector('[data-outcome=failed]')
  },
  'employee login': async (visitor) => {
    await visitor.open('/employee')
    await visitor.page.waitForSelector('#login')
  },
  'employee for a client': async (visitor) => {
    await visitor.enter()
    await visitor.page.click('text=Bank employee')
    await visitor.page.waitForSelector('text=is logged in as a client')
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
      route.fulfill({ path: new URL('../../test/load-results.example.json', import.meta.url).pathname, contentType: 'application/json' }),
    )
    await visitor.open('/background')
    await visitor.page.waitForSelector('.plot canvas')
  },
  'a page that is not there': async (visitor) => {
    await visitor.open('/')
    await visitor.page.evaluate(() => history.pushState(null, '', '/nowhere'))
    await visitor.page.waitForSelector('text=No such page')
  },
} satisfies Readonly<Record<string, (visitor: Visitor) => Promise<void>>>
