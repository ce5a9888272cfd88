import { describe, expect, it } from 'vitest'
import { browserOfTests } from '../src/page/browser'

const browser = browserOfTests()

interface Timings {
  readonly firstPaint: number
  readonly largestPaint: number
  readonly shift: number
  readonly blocked: number
}

describe('the first visit', () => {
  it.each([
    ['a desktop', 1280, null],
    ['a phone on a mobile network', 390, { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 }],
  ] as const)('loads little, soon, and without jumping, on %s', async (device, width, network) => {
    const visitor = await browser.arrive({ context: { viewport: { width, height: 844 } } })
    const devtools = await visitor.context.newCDPSession(visitor.page)
    await devtools.send('Network.enable')
    if (network) await devtools.send('Network.emulateNetworkConditions', network)
    const types = new Map<string, string>()
    const kilobytes = new Map<string, number>()
    devtools.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId) ?? 'Other'
      kilobytes.set(type, (kilobytes.get(type) ?? 0) + encodedDataLength / 1000)
    })
    await visitor.page.addInitScript(watch)
    await visitor.open('/')
    await visitor.page.waitForSelector('[data-phase=live]')
    await visitor.page.waitForSelector('.flow .topic .count')
    const timings = await visitor.page.evaluate(() => (globalThis as unknown as { timings: Timings }).timings)
    const sizes = [...kilobytes].map(([type, size]) => `${type} ${size.toFixed(0)} kB`).join(', ')
    process.stdout.write(
      `${device}: ${sizes}; first paint ${timings.firstPaint.toFixed(0)} ms, largest ${timings.largestPaint.toFixed(0)} ms, ` +
        `layout shift ${timings.shift.toFixed(3)}, blocked ${timings.blocked.toFixed(0)} ms\n`,
    )
    expect(kilobytes.get('Script')).toBeLessThan(250)
    expect(timings.shift).toBeLessThan(0.1)
  })
})

/** Runs in the page, before all else: notes what Lighthouse would. */
function watch(): void {
  const timings = { firstPaint: 0, largestPaint: 0, shift: 0, blocked: 0 }
  Object.assign(globalThis, { timings })
  const observe = (type: string, note: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') timings.firstPaint = entry.startTime
  })
  observe('largest-contentful-paint', (entry) => {
    timings.largestPaint = entry.startTime
  })
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) timings.shift += entry.value ?? 0
  })
  observe('longtask', (entry) => {
    timings.blocked += Math.max(0, entry.duration - 50)
  })
}
