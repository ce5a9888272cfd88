import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openChromium } from '../chromium.mjs'
import { Visitor } from './visitor'

/** A browser for the tests of one file, and its visitors, who leave after each test. */
export function browserOfTests(): { arrive: (options?: Parameters<typeof Visitor.arrive>[1]) => Promise<Visitor> } {
  let browser: Browser
  let visitors: Visitor[] = []
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterEach(async () => {
    const leaving = visitors
    visitors = []
    for (const visitor of leaving) await visitor.leave()
  })
  afterAll(() => browser.close())
  return {
    arrive: async (options) => {
      const visitor = await Visitor.arrive(browser, options)
      visitors.push(visitor)
      return visitor
    },
  }
}
