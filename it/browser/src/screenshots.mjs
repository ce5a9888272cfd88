// Pictures of all screens, in the sizes and appearances that are looked at: node src/screenshots.mjs URL FOLDER [SCREEN…]
import { mkdirSync } from 'node:fs'
import { openChromium } from './chromium.mjs'

const [url, folder, ...only] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await openChromium()
const login = async (page, name, password) => {
  await page.fill('#username', name)
  await page.fill('#password', password)
  await page.click('#login')
  await page.waitForSelector('#logout')
}
const screens = {
  home: async (page) => { await page.goto(url); await page.waitForSelector('.transactions [data-id]'); await page.waitForTimeout(Number(process.env.WAIT ?? 4000)) },
  login: async (page) => { await page.goto(`${url}/client`); await page.click('#login') },
  client: async (page) => {
    await page.goto(`${url}/client`)
    await login(page, `visitor${Math.random()}`, 'password')
    await page.click('#deposit-20000')
    await page.waitForSelector('[data-outcome=moved]')
    await page.fill('#transfer-amount', '12,34'); await page.fill('#transfer-to', 'NL66OPEN'); await page.fill('#transfer-description', 'coffee')
    await page.waitForTimeout(800)
  },
  employee: async (page) => {
    await page.goto(`${url}/employee`)
    await login(page, process.env.EMPLOYEE ?? 'employee', process.env.EMPLOYEE_PASSWORD ?? 'password')
    await page.click('.account >> nth=1')
    await page.waitForSelector('.transactions [data-id]')
  },
  background: async (page) => { await page.goto(`${url}/background`); await page.waitForSelector('#load-test'); await page.waitForTimeout(500) },
}
for (const width of process.env.WIDTHS?.split(',').map(Number) ?? [1920, 1280, 390]) {
  for (const colorScheme of process.env.SCHEMES?.split(',') ?? ['light', 'dark']) {
    for (const [name, show] of Object.entries(screens)) {
      if (only.length > 0 && !only.includes(name)) continue
      const context = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : Math.round(width * 0.6) }, colorScheme, locale: 'en-US' })
      const page = await context.newPage()
      page.on('console', (message) => { if (message.type() !== 'info') process.stdout.write(`${name} ${width}: ${message.text()}\n`) })
      page.on('pageerror', (error) => process.stdout.write(`${name}: ${error}\n`))
      await show(page)
      // What was clicked may be further down; the bar that stays at the top would be in the middle of the picture.
      await page.evaluate(() => scrollTo(0, 0))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) process.stdout.write(`${name} ${width}: ${wide} px too wide\n`)
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true })
      await context.close()
    }
  }
}
await browser.close()
