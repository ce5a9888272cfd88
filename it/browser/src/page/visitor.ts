import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { PASSWORD, newName } from '../bank/ask'

/** A query or subscription that a page sent. */
export interface Sent {
  readonly query: string
  readonly variables: Record<string, unknown>
}

/** A wish to move money, as a page sends it. */
export type Command = Record<string, unknown> & { id: string }

interface Message {
  readonly id: string
  readonly type: string
  readonly payload: Sent
}

const messageOf = (text: string | Buffer): Message => JSON.parse(text.toString()) as Message

interface Options {
  readonly url?: string
  readonly context?: BrowserContextOptions
  /** Where a test breaks the network, the browser's console tells of it. */
  readonly breaksNetwork?: boolean
}

/** What Chromium itself writes to the console. */
const OF_A_BROKEN_NETWORK = /^(Failed to load resource: net::ERR_|WebSocket connection to )/

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
      const expected = breaksNetwork && OF_A_BROKEN_NETWORK.test(message.text())
      if (['error', 'warning'].includes(message.type()) && !expected) this.#wrong.push(`console: ${message.text()}`)
    })
    const { host } = new URL(url)
    page.on('request', (request) => {
      if (new URL(request.url()).host !== host) this.#wrong.push(`request to ${request.url()}`)
      if (request.url().endsWith('/graphql')) this.sent.push(request.postDataJSON() as Sent)
    })
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== host) this.#wrong.push(`WebSocket to ${socket.url()}`)
      socket.on('framesent', ({ payload }) => {
        const message = messageOf(payload)
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

  /** What the page sends as commands is changed on its way, over the socket and over HTTP. To be called before the page is opened. */
  async changeCommands(change: (command: Command) => void): Promise<void> {
    const changed = (sent: Sent) => {
      const command = sent.variables?.['command']
      if (command) change(command as Command)
    }
    await this.page.routeWebSocket('**/graphql', (socket) => {
      const endpoint = socket.connectToServer()
      socket.onMessage((text) => {
        const message = messageOf(text)
        if (message.type === 'subscribe') changed(message.payload)
        endpoint.send(JSON.stringify(message))
      })
    })
    await this.page.route('**/graphql', (route) => {
      const body = route.request().postDataJSON() as Sent
      changed(body)
      return route.continue({ postData: JSON.stringify(body) })
    })
  }

  /** The answers to the first commands are lost, over the socket and over HTTP, which is cut with each. To be called before the page is opened. */
  async loseAnswers(count: number): Promise<{ readonly lost: () => number }> {
    let lost = 0
    await this.page.routeWebSocket('**/graphql', (socket) => {
      const endpoint = socket.connectToServer()
      const commands = new Set<string>()
      socket.onMessage((text) => {
        const message = messageOf(text)
        if (message.type === 'subscribe' && message.payload.variables?.['command']) commands.add(message.id)
        endpoint.send(text)
      })
      endpoint.onMessage((text) => {
        if (lost >= count || !commands.delete(messageOf(text).id)) return socket.send(text)
        lost++
        void socket.close({ code: 4000, reason: 'lost by a test' })
      })
    })
    await this.page.route('**/graphql', async (route) => {
      if (lost >= count || !(route.request().postDataJSON() as Sent).variables?.['command']) return route.continue()
      lost++
      await route.fetch()
      return route.abort()
    })
    return { lost: () => lost }
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
