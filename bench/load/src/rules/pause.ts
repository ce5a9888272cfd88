import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until then, by performance.now(), or until the signal aborts: then at once. */
export async function until(due: number, stop: AbortSignal): Promise<void> {
  const rest = due - performance.now()
  if (rest <= 0 || stop.aborted) return
  await sleep(rest, undefined, { signal: stop }).catch(() => undefined)
}
