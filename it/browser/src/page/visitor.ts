import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { PASSWORD, newName } from '../bank/ask'

/** A query or subscription that a page sent. */
export interface Sent {
  readonly query: string
  readonly variables: Record<string, unknown>
}

interface Options {
  readonly url?: string
  readonly context?: BrowserContextOptions
  /** Where a test breaks the network, the browser's console tells of it. */
  readonly breaksNetwork?: boolean
}

/** Somebody with a browser of their own. What goes wrong in the page, and each request to another host, fails the test. */
export class Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly sent: Sent[] = []
  readonly url: string
  readonly #wrong: string[] = []

  private constructor(context: BrowserContext, page: Page, url: string, breaksNetwork: boolean) {
    this.context = context
    this.page = page
    this.url = url
    page.on('pageerror', (error) => this.#wrong.push(`error in the page: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !breaksNetwork) this.#wrong.push(`console: ${message.text()}`)
    })
    const { host } = new URL(url)
    page.on('request', (request) => {
      if (new URL(request.url()).host !== host) this.#wrong.push(`request to ${request.url()}`)
      if (request.url().endsWith('/graphql')) this.sent.push(request.postDataJSON() as Sent)
    })
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== host) this.#wrong.push(`WebSocket to ${socket.url()}`)
      socket.on('framesent', ({ payload }) => {
        const message = JSON.parse(payload.toString()) as { type: string; payload: Sent }
        if (message.type === 'subscribe') this.sent.push(message.payload)
      })
    })
  }

  static async arrive(browser: Browser, { url = inject('bank').url, context: options = {}, breaksNetwork = false }: Options = {}): Promise<Visitor> {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...options })
    const page = await context.newPage()
    return new Visitor(context, page, url, breaksNetwork)
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.url + path)
  }

  /** Fills in the login form of the page that is open. */
  async logIn(username: string, password: string): Promise<void> {
    await this.page.fill('#username', username)
    await this.page.fill('#password', password)
    await this.page.click('#login')
  }

  /** Goes to the client's screen and logs in; a new name opens an account. @returns the account's IBAN */
  async enter(username: string = newName(), password: string = PASSWORD): Promise<string> {
    await this.open('/client')
    await this.logIn(username, password)
    return (await this.page.textContent('#iban')) ?? ''
  }

  async enterAsEmployee(): Promise<void> {
    const { employee } = inject('bank')
    await this.open('/employee')
    await this.logIn(employee.username, employee.password)
    await this.page.waitForSelector('#logout')
  }

  async fillTransfer({ amount = '12,34', to = 'NL66OPEN0000000000', description = 'a test' }): Promise<void> {
    await this.page.fill('#transfer-amount', amount)
    await this.page.fill('#transfer-to', to)
    await this.page.fill('#transfer-description', description)
  }

  /** The rows shown, newest first, as the texts of one field. */
  async shown(field: string): Promise<string[]> {
    return this.page.locator(`.transactions [data-id] [data-field="${field}"]`).allTextContents()
  }

  async shownIds(): Promise<number[]> {
    return this.page.locator('.transactions [data-id]').evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset['id'])))
  }

  /** Leaves, and tells what went wrong meanwhile. */
  async leave(): Promise<void> {
    await this.context.close()
    expect(this.#wrong).toEqual([])
  }
}
