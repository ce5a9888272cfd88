import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { move, newestIds, openAccount } from '../src/bank/ask'
import { Instance } from '../src/bank/instance'
import { browserOfTests } from '../src/page/browser'

const browser = browserOfTests()

describe('an endpoint that stops and starts again', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await Instance.beside(inject('bank'))
  })
  afterAll(() => instance?.stop())

  it('leaves a page that says so, recovers, and has missed nothing and shows nothing twice', async () => {
    const { url } = inject('bank')
    const account = await openAccount(url)
    const visitor = await browser.arrive({ url: instance.url, breaksNetwork: true })
    await visitor.enter(account.username, account.password)
    await move(url, 'cash', account.iban, 100, 'before')
    await expect.poll(() => visitor.shown('descr')).toEqual(['before'])
    for (let round = 0; round < 2; round++) {
      await instance.stop()
      await expect.poll(() => visitor.page.textContent('#connection')).toContain('lost')
      for (let number = 0; number < 3; number++) await move(url, 'cash', account.iban, 200 + number, `while it was away, ${round}.${number}`)
      await instance.start()
      await expect.poll(async () => (await visitor.shown('descr'))[0], { timeout: 20_000 }).toBe(`while it was away, ${round}.2`)
      expect(await visitor.page.textContent('#connection')).toBe('')
      expect(await visitor.shownIds()).toEqual(await newestIds(url, account, 10))
    }
    await visitor.page.click('#deposit-5000')
    await expect.poll(async () => (await visitor.shown('changed_by'))[0]).toBe('€50,00')
  }, 300_000)
})

describe('a network', () => {
  it('that is gone is told of, and what happened meanwhile comes when it is back', async () => {
    const { url } = inject('bank')
    const account = await openAccount(url)
    const visitor = await browser.arrive({ breaksNetwork: true })
    await visitor.enter(account.username, account.password)
    await visitor.page.waitForSelector('[data-phase=live]')
    await visitor.context.setOffline(true)
    // It is told of when a ping was not answered, which takes up to 15 s.
    await expect.poll(() => visitor.page.textContent('#connection'), { timeout: 30_000 }).toContain('offline')
    await move(url, 'cash', account.iban, 300, 'while offline')
    await visitor.context.setOffline(false)
    await expect.poll(() => visitor.shown('descr'), { timeout: 30_000 }).toEqual(['while offline'])
    expect(await visitor.page.textContent('#connection')).toBe('')
  })

  it('that is slow shows what it waits for, and then all of it', async () => {
    const visitor = await browser.arrive()
    const network = await visitor.context.newCDPSession(visitor.page)
    await network.send('Network.emulateNetworkConditions', { offline: false, latency: 500, downloadThroughput: 100_000, uploadThroughput: 50_000 })
    await visitor.open('/client')
    await visitor.page.waitForSelector('#login')
    await visitor.logIn(`slow-${Date.now()}`, 'a password')
    await visitor.page.waitForSelector('#login[aria-disabled=true]')
    await visitor.page.waitForSelector('#iban')
    await visitor.page.waitForSelector('.transaction-panel[data-phase=loading]')
    await visitor.page.waitForSelector('.transaction-panel[data-phase=live]')
    await visitor.fillTransfer({ amount: '10,00' })
    await visitor.page.click('#transfer')
    await expect.poll(() => visitor.page.isEnabled('#transfer')).toBe(false)
    await expect.poll(() => visitor.shown('changed_by'), { timeout: 20_000 }).toEqual(['€10,00'])
  })
})
