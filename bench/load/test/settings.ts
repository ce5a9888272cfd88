import type { Settings } from '../src/settings.js'

/** Of a run in this directory: those of ./bank load where a test says nothing else. */
export const settingsIn = (home: string, given: Partial<Settings> = {}): Settings => ({
  rule: 'closed',
  home,
  name: null,
  group: null,
  groups: null,
  loops: 6000,
  loopsPerLoad: 60,
  startLoad: 0,
  loads: [],
  from: 0,
  to: 0,
  seconds: 1,
  rate: 1,
  limitMs: 500,
  ...given,
})
