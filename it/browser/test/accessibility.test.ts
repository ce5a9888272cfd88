import { describe, it } from 'vitest'
import { expectNothingWrong } from '../src/page/axe'
import { browserOfTests } from '../src/page/browser'
import { SCREENS } from '../src/page/screens'

const browser = browserOfTests()

// Light and 1280 pixels wide is in screens.test.ts.
describe.each([
  ['dark', 1280],
  ['dark', 390],
  ['light', 1920],
  ['dark', 1920],
  ['light', 390],
] as const)('in %s, %d pixels wide', (colorScheme, width) => {
  it.each(Object.entries(SCREENS))('axe finds nothing wrong: %s', async (_, show) => {
    const visitor = await browser.arrive({ context: { colorScheme, reducedMotion: 'reduce', viewport: { width, height: 900 } } })
    await show(visitor)
    await expectNothingWrong(visitor.page)
  })
})
