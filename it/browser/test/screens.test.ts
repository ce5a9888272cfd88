import { describe, expect, it } from 'vitest'
import { expectNothingWrong } from '../src/page/axe'
import { browserOfTests } from '../src/page/browser'
import { SCREENS } from '../src/page/screens'

const browser = browserOfTests()
const context = { colorScheme: 'light', reducedMotion: 'reduce' } as const

// One width and one appearance, for every build; accessibility.test.ts has the others.
describe('every screen, 1280 pixels wide and light', () => {
  it.each(Object.entries(SCREENS))('axe finds nothing wrong: %s', async (_, show) => {
    const visitor = await browser.arrive({ context })
    await show(visitor)
    await expectNothingWrong(visitor.page)
  })

  it('axe finds nothing wrong: home without a network', async () => {
    const visitor = await browser.arrive({ context, breaksNetwork: true })
    await SCREENS.home(visitor)
    await visitor.context.setOffline(true)
    await expect.poll(() => visitor.page.textContent('#connection'), { timeout: 30_000 }).toContain('offline')
    await expectNothingWrong(visitor.page)
  })
})
