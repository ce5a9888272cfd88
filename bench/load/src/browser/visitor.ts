import type { Browser, Page } from 'playwright-core'
import { Failure } from '../failure.js'
import { COMPANY, type Click } from '../rules/clicks.js'
import { TIME_OUT_MS } from '../settings.js'
import { openChromium } from './chromium.js'
import { instrument, type Seen } from './instrument.js'

export const USER = { username: 'testuser', password: 'password' }

/** The page gets so long to be ready for the next click. */
const READY_MS = 5000

/** One client of the bank with a browser of their own. */
export class Visitor {
  readonly #browser: Browser
  readonly #page: Page
  readonly #url: string

  private constructor(browser: Browser, page: Page, url: string) {
    this.#browser = browser
    this.#page = page
    this.#url = url
  }

  /** Opens a browser and logs in; the first time this opens the account. */
  static async arrive(url: string): Promise<Visitor> {
    const browser = await openChromium()
    try {
      // There is no graphics processor here: fading rows would keep a whole core drawing, which this machine then lacks.
      const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
      await page.goto(`${url}/client`)
      await page.fill('#username', USER.username)
      await page.fill('#password', USER.password)
      await page.click('#login')
      const visitor = new Visitor(browser, page, url)
      await visitor.#enter()
      return visitor
    } catch (failed) {
      await browser.close()
      throw failed instanceof Failure ? failed : new Failure(`the client's page cannot be used: ${(failed as Error).message.split('\n')[0]}`, { cause: failed })
    }
  }

  async #enter(): Promise<void> {
    const page = this.#page
    await page.waitForSelector('#iban, [role=alert]', { timeout: 20_000 })
    if ((await page.locator('#iban').count()) === 0) {
      throw new Failure(`${USER.username} cannot log in: ${(await page.locator('[role=alert]').first().textContent())?.trim()}. A bank without that name: ./bank clean`)
    }
    await page.waitForSelector('[data-phase=live]', { timeout: 20_000 })
    await page.evaluate(instrument)
  }

  /** Fills in what is to be filled in, brings the mouse to the button, and begins to watch. */
  async prepare(click: Click): Promise<void> {
    const page = this.#page
    const selector = click.kind === 'deposit' ? `#deposit-${click.cents}` : '#transfer'
    const ready = page.locator(`${selector}:not([disabled]):not([aria-disabled=true])`)
    if (click.kind === 'transfer') {
      await page.fill('#transfer-amount', `${click.cents}`)
      await page.fill('#transfer-to', COMPANY)
      await page.fill('#transfer-description', click.description)
    }
    try {
      await ready.waitFor({ timeout: READY_MS })
    } catch {
      // The outcome of the one before stayed unknown, and the page waits for the reader to decide: begin anew.
      await page.goto(`${this.#url}/client`)
      await this.#enter()
      return this.prepare(click)
    }
    await ready.scrollIntoViewIfNeeded()
    const box = await ready.boundingBox()
    if (!box) throw new Failure(`the button ${selector} is not on the page`)
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.evaluate(([selector, expected, limit]) => globalThis.loadTest.begin(selector, expected, limit), [selector, click.shown, TIME_OUT_MS] as const)
  }

  /** Clicks where the mouse is, and waits until the change shows or the time is out. */
  async click(): Promise<Seen & { readonly clicked: number }> {
    await this.#page.mouse.down()
    await this.#page.mouse.up()
    const { clicked, shown } = await this.#page.evaluate(() => globalThis.loadTest.end())
    if (clicked === null) throw new Failure('a click met no button: the page moved under the mouse')
    return { clicked, shown }
  }

  /**
   * What to add to a time of this process's performance.now() for the browser's, in milliseconds since 1970: the best of some questions,
   * which is wrong by no more than half of the fastest one's time. It stays right when the page is loaded anew.
   */
  async clockOffset(): Promise<number> {
    let best = Infinity
    let offset = 0
    for (let question = 0; question < 20; question++) {
      const asked = performance.now()
      const there = await this.#page.evaluate(() => performance.timeOrigin + performance.now())
      const answered = performance.now()
      if (answered - asked < best) {
        best = answered - asked
        offset = there - (asked + answered) / 2
      }
    }
    return offset
  }

  async leave(): Promise<void> {
    await this.#browser.close()
  }
}
