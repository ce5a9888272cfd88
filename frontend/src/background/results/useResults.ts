import { useCallback, useEffect, useState } from 'react'
import { readResults, UnreadableResults, type LoadResults } from './results'

export type Known =
  | { readonly phase: 'loading' }
  /** The load test did not run yet, here or anywhere. */
  | { readonly phase: 'none' }
  | { readonly phase: 'failed'; readonly reason: string }
  /** measuredHere: by this bank's load test; else they came with the pages. */
  | { readonly phase: 'there'; readonly results: LoadResults; readonly measuredHere: boolean }

/** The bank's own results first; before its first load test those that come with the pages. */
const PLACES = [
  { path: '/load-results.json', measuredHere: true },
  { path: '/load-results.shipped.json', measuredHere: false },
]

export function useResults(): { readonly known: Known; readonly again: () => Promise<void> } {
  const [known, setKnown] = useState<Known>({ phase: 'loading' })
  const again = useCallback(async (signal?: AbortSignal) => {
    const next = await load(signal)
    if (!signal?.aborted) setKnown(next)
  }, [])
  useEffect(() => {
    const stop = new AbortController()
    void again(stop.signal)
    return () => stop.abort()
  }, [again])
  return { known, again }
}

async function load(signal: AbortSignal | undefined): Promise<Known> {
  try {
    for (const { path, measuredHere } of PLACES) {
      const response = await fetch(path, signal ? { signal } : {})
      if (response.status === 204 || response.status === 404) continue
      if (!response.ok) return { phase: 'failed', reason: `The bank answered with ${response.status}.` }
      const results = readResults(await response.json())
      if (results.runs.length > 0) return { phase: 'there', results, measuredHere }
    }
    return { phase: 'none' }
  } catch (error) {
    if (error instanceof UnreadableResults) return { phase: 'failed', reason: `The results cannot be read: ${error.message}.` }
    if (error instanceof SyntaxError) return { phase: 'failed', reason: 'The results cannot be read: the file is not JSON.' }
    return { phase: 'failed', reason: 'The bank cannot be reached.' }
  }
}
