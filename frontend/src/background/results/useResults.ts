import { useCallback, useEffect, useState } from 'react'
import { readResults, UnreadableResults, type LoadResults } from './results'

export type Known =
  | { readonly phase: 'loading' }
  /** The load test did not run yet. */
  | { readonly phase: 'none' }
  | { readonly phase: 'failed'; readonly reason: string }
  | { readonly phase: 'there'; readonly results: LoadResults }

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
    const response = await fetch('/load-results.json', signal ? { signal } : {})
    if (response.status === 204 || response.status === 404) return { phase: 'none' }
    if (!response.ok) return { phase: 'failed', reason: `The bank answered with ${response.status}.` }
    const results = readResults(await response.json())
    return results.runs.length === 0 ? { phase: 'none' } : { phase: 'there', results }
  } catch (error) {
    if (error instanceof UnreadableResults) return { phase: 'failed', reason: `The results cannot be read: ${error.message}.` }
    if (error instanceof SyntaxError) return { phase: 'failed', reason: 'The results cannot be read: the file is not JSON.' }
    return { phase: 'failed', reason: 'The bank cannot be reached.' }
  }
}
