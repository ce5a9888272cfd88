import type { Browser, Page } from 'playwright-core'
import { Failure } from '../failure.js'
import { COMPANY, type Click } from '../rules/clicks.js'
import { until } from '../rules/pause.js'
import { TIME_OUT_MS } from '../settings.js'
import { openChromium } from './chromium.js'
import { instrument, type Seen } from './instrument.js'

export const USER = { username: 'testuser', password: 'password' }

/** The page gets so long to be ready for the next click, and so long to load. */
const READY_MS = 5000
const LOAD_MS = 20_000
/** It is loaded anew, again and again with a pause, until it has been of no use for so long. */
const AWAY_MS = 60_000
const AGAIN_MS = 1000

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
      // The page keeps what it does not know the outcome of; a test that loads it anew goes on with the next click.
      await page.addInitScript(() => sessionStorage.clear())
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
    await page.waitForSelector('#iban, [role=alert]', { timeout: LOAD_MS })
    if ((await page.locator('#iban').count()) === 0) {
      throw new Failure(`${USER.username} cannot log in: ${(await page.locator('[role=alert]').first().textContent())?.trim()}. A bank without that name: ./bank clean`)
    }
    await page.waitForSelector('[data-phase=live]', { timeout: LOAD_MS })
    await page.evaluate(instrument)
  }

  /**
   * Fills in what is to be filled in, brings the mouse to the button, presses it and begins to watch. A page that is of no use is loaded anew.
   *
   * @returns whether it is ready; not, when it was stopped
   * @throws {Failure} when it has been of no use for a minute
   */
  async prepare(click: Click, stop: AbortSignal): Promise<boolean> {
    const end = performance.now() + READY_MS + AWAY_MS
    // The outcome of the one before may have stayed unknown, and the page wait for the reader to decide.
    let wrong = await wrongWith(() => this.#fill(click))
    while (wrong !== null) {
      if (stop.aborted) return false
      if (performance.now() >= end) {
        throw new Failure(`the client's page has been of no use for ${AWAY_MS / 1000} s: ${wrong}. See how the bank is: ./bank status, ./bank logs graphql-endpoint. Then run again`)
      }
      wrong = (await wrongWith(() => this.#loadAnew())) ?? (await wrongWith(() => this.#fill(click)))
      if (wrong !== null) await until(performance.now() + AGAIN_MS, stop)
    }
    const selector = buttonOf(click)
    const box = await this.#page.locator(selector).boundingBox()
    if (!box) throw new Failure(`the button ${selector} is not on the page`)
    await this.#page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await this.#page.evaluate(([button, expected, limit]) => globalThis.loadTest.begin(button, expected, limit), [selector, click.shown, TIME_OUT_MS] as const)
    await this.#page.mouse.down()
    return true
  }

  /** Fields and button together have their time: a form that is not to be changed is as little ready as a button that is not to be pressed. */
  async #fill(click: Click): Promise<void> {
    const end = performance.now() + READY_MS
    // 0 would be for ever.
    const left = () => ({ timeout: Math.max(1, end - performance.now()) })
    if (click.kind === 'transfer') {
      await this.#page.fill('#transfer-amount', `${click.cents}`, left())
      await this.#page.fill('#transfer-to', COMPANY, left())
      await this.#page.fill('#transfer-description', click.description, left())
    }
    const ready = this.#page.locator(`${buttonOf(click)}:not([disabled]):not([aria-disabled=true])`)
    await ready.waitFor(left())
    await ready.scrollIntoViewIfNeeded(left())
  }

  async #loadAnew(): Promise<void> {
    await this.#page.goto(`${this.#url}/client`, { timeout: LOAD_MS })
    await this.#enter()
  }

  /** Lets the button go, which is the click, and waits until the change shows or the time is out. */
  async click(): Promise<Seen & { readonly clicked: number }> {
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

const buttonOf = (click: Click): string => (click.kind === 'deposit' ? `#deposit-${click.cents}` : '#transfer')

/** @returns why it failed, in a line, or null */
async function wrongWith(task: () => Promise<void>): Promise<string | null> {
  try {
    await task()
    return null
  } catch (failed) {
    return (failed as Error).message.split('\n')[0] ?? 'no reason was given'
  }
}
