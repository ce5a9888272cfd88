import type { Bank } from '../bank/bank.js'
import type { Pace } from '../bank/pace.js'
import type { Recorder } from '../results/recorder.js'
import type { Settings } from '../settings.js'
import type { Progress } from '../terminal/progress.js'

/** What a rule works with. */
export interface Ground {
  readonly settings: Settings
  readonly bank: Bank
  readonly pace: Pace
  readonly recorder: Recorder
  readonly progress: Progress
  /** Aborted when the user wants no more; what was measured so far is kept. */
  readonly stop: AbortSignal
}

/** Measures until its end or until it is stopped. @returns the outcome, in words */
export type Rule = (ground: Ground) => Promise<string>
