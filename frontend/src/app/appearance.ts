import { useEffect, useState, useSyncExternalStore } from 'react'

/** system: as the reader's device has it. */
export type Appearance = 'system' | 'light' | 'dark'

const KEY = 'appearance'
const dark = matchMedia('(prefers-color-scheme: dark)')

/** What is wished, and how to wish another; public/appearance.js applies it before the first paint. */
export function useAppearance(): readonly [Appearance, (wish: Appearance) => void] {
  const [wish, setWish] = useState(stored)
  const systemIsDark = useSyncExternalStore(onSystemChange, () => dark.matches)
  useEffect(() => {
    document.documentElement.className = wish === 'dark' || (wish === 'system' && systemIsDark) ? 'dark' : 'light'
  }, [wish, systemIsDark])
  const change = (next: Appearance) => {
    setWish(next)
    try {
      localStorage.setItem(KEY, next)
    } catch {
      // Storage is forbidden: the wish lasts as long as the page.
    }
  }
  return [wish, change]
}

function onSystemChange(listener: () => void): () => void {
  dark.addEventListener('change', listener)
  return () => dark.removeEventListener('change', listener)
}

function stored(): Appearance {
  try {
    const wish = localStorage.getItem(KEY)
    return wish === 'light' || wish === 'dark' ? wish : 'system'
  } catch {
    return 'system'
  }
}
