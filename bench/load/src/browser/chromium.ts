import packaged from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'
import { Failure } from '../failure.js'

/**
 * A real Chromium, which npm brought; nothing needs to be installed on the system. Ctrl-C is left to this process, so that what was
 * measured is kept before the browser goes.
 *
 * @throws {Failure} when it cannot be started
 */
export async function openChromium(): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath: await packaged.executablePath(),
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--font-render-hinting=none', '--disable-gpu', '--lang=en-US'],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
  } catch (failed) {
    const reason = (failed as Error).message.split('\n').slice(0, 12).join('\n')
    throw new Failure(
      `the browser cannot be started: ${reason}\nIt comes with npm for Linux on x86-64. To fetch it anew, remove bench/load/node_modules and run again; ` +
        './bank load max needs no browser',
      { cause: failed },
    )
  }
}
