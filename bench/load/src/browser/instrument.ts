/**
 * What is measured in the page, in milliseconds since 1970 by the browser's clock: that of a document alone starts again at 0 when the page
 * is loaded anew.
 */
export interface Seen {
  /** When the click happened; null when it met no button. */
  readonly clicked: number | null
  /** When what it caused was painted; null when it was not in time. */
  readonly shown: number | null
}

interface Watch {
  readonly begin: (selector: string, expected: string, limitMs: number) => void
  readonly end: () => Promise<Seen>
}

declare global {
  var loadTest: Watch
}

/**
 * Runs in the page, and so uses nothing from outside. A change is seen when the first row is a new one with the expected amount, and the
 * frame that has it was painted.
 */
export function instrument(): void {
  const now = () => performance.timeOrigin + performance.now()
  let clicked: number | null = null
  let seen: Promise<Seen> = Promise.resolve({ clicked: null, shown: null })
  // Whether the page draws a frame just now: what it changes then is painted with that frame, and not with the next.
  let inFrame = false
  const nextFrame = globalThis.requestAnimationFrame.bind(globalThis)
  globalThis.requestAnimationFrame = (callback) =>
    nextFrame((time) => {
      inFrame = true
      afterPaint(() => {
        inFrame = false
      })
      callback(time)
    })
  /** A task that is asked for within a frame comes when the frame was painted. */
  const afterPaint = (task: () => void) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = task
    port2.postMessage(null)
  }
  const firstRow = () => document.querySelector<HTMLElement>('.transactions .rows [data-id]')
  globalThis.loadTest = {
    begin(selector, expected, limitMs) {
      clicked = null
      const before = firstRow()?.dataset['id']
      seen = new Promise((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined
        const note = (event: Event) => {
          if (!(event.target instanceof Element) || !event.target.closest(selector)) return
          document.removeEventListener('click', note, true)
          clicked = performance.timeOrigin + event.timeStamp
          timer = setTimeout(() => finish(null), limitMs - (now() - clicked))
        }
        const look = () => {
          const row = firstRow()
          if (clicked === null || !row || row.dataset['id'] === before) return
          if (row.querySelector('[data-field="changed_by"]')?.textContent !== expected) return
          observer.disconnect()
          const painted = () => afterPaint(() => finish(now()))
          if (inFrame) painted()
          else nextFrame(painted)
        }
        const observer = new MutationObserver(look)
        const finish = (shown: number | null) => {
          observer.disconnect()
          clearTimeout(timer)
          document.removeEventListener('click', note, true)
          resolve({ clicked, shown })
        }
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
        document.addEventListener('click', note, true)
      })
    },
    end: () => (clicked === null ? Promise.resolve({ clicked: null, shown: null }) : seen),
  }
}
