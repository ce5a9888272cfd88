import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(() => {
  cleanup()
  // Tests of the build run in no browser.
  if ('sessionStorage' in globalThis) sessionStorage.clear()
})
