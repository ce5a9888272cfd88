import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** By all rules that axe has, of the screen as it is now, in its appearance and at its width. */
export async function expectNothingWrong(page: Page): Promise<void> {
  // Not by a script element, which the page's own policy forbids.
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }
    return (await run.run()).violations
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'pixels that the screen is too wide').toBeLessThanOrEqual(0)
}
