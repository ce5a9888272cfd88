import { readFileSync } from 'node:fs'
import { cleanup, render, screen } from '@testing-library/react'
import { Theme } from '@radix-ui/themes'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LoadTest } from './LoadTest'
import { readResults } from './results'

const shipped = readFileSync('public/load-results.shipped.json', 'utf8')
const own = JSON.stringify({ format: 1, runs: [{ name: 'our own', started: '2026-01-01T00:00:00Z', rule: 'closed', points: [] }] })

const serve = (answers: Readonly<Record<string, () => Response>>) =>
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(answers[path]?.() ?? new Response(null, { status: 404 })))

const show = () =>
  render(
    <Theme>
      <LoadTest />
    </Theme>,
  )

vi.mock('./Plot', () => ({ Plot: () => null }))

describe('the results of the load test on the page', () => {
  beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined })))
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })

  it('are those that come with the pages before the first test here, and say so', async () => {
    serve({ '/load-results.json': () => new Response(null, { status: 204 }), '/load-results.shipped.json': () => new Response(shipped) })
    show()
    expect(await screen.findByText(/came with the page/)).toBeTruthy()
    expect(screen.getByText(readResults(JSON.parse(shipped)).runs[0]?.name ?? 'a run')).toBeTruthy()
  })

  it('are those of this bank once there are some', async () => {
    serve({ '/load-results.json': () => new Response(own), '/load-results.shipped.json': () => new Response(shipped) })
    show()
    expect(await screen.findByText('our own')).toBeTruthy()
    expect(screen.queryByText(/came with the page/)).toBeNull()
  })

  it('are missing where there are none at all', async () => {
    serve({ '/load-results.json': () => new Response(null, { status: 204 }) })
    show()
    expect(await screen.findByText(/No results yet/)).toBeTruthy()
  })
})
