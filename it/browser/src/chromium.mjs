import packaged from '@sparticuz/chromium'
import { chromium } from 'playwright-core'

/**
 * A real Chromium, which npm brought; nothing needs to be installed on the system. Its package proposes options for a function in a
 * cloud, among them one process for all and no web security: a test wants a browser as people have it.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function openChromium() {
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--font-render-hinting=none', '--disable-gpu', '--lang=en-US'],
  })
}
