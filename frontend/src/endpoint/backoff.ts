const FIRST_MS = 250
const LONGEST_MS = 4000

/** How long to wait before a further try: doubled each time, with up to a quarter off, so that not all browsers come at once. */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10))
  return Math.round(full * (1 - random() / 4))
}

/** Waits, but not longer than until the browser says that it is online again; rejects when the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => () => {
      clearTimeout(timer)
      removeEventListener('online', wake)
      signal.removeEventListener('abort', abort)
      settle()
    }
    const wake = end(resolve)
    const abort = end(() => reject(signal.reason as Error))
    const timer = setTimeout(wake, ms)
    addEventListener('online', wake)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort)
  })
}
