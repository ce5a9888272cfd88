import { Visitor } from '../browser/visitor.js'
import { ROWS_PER_READING } from '../results/recorder.js'
import { TIME_OUT_MS } from '../settings.js'
import { timeoutsInWords } from '../terminal/progress.js'
import { clickOf } from './clicks.js'
import { until } from './pause.js'
import type { Rule } from './rule.js'

/** The rule of Open Bank Mark's own test. */
export const MOST_TIMEOUTS = 3
const LOOPS_FOR_SUCCESS = 1000
const LOOP_MS = 1000
const MORE_LOAD = 10

/**
 * One browser clicks, waits until the change shows, and clicks again, a loop each second; the load grows by ten messages a second each 60
 * loops. Ends after three time-outs, or 6000 loops.
 */
export const closed: Rule = async ({ settings, bank, pace, recorder, progress, stop }) => {
  const visitor = await Visitor.arrive(bank.url)
  try {
    let timeouts = 0
    let measurement = recorder.at(settings.startLoad)
    const outcome = (how: string, loops: number) => `${how} after ${loops} loops${loops > LOOPS_FOR_SUCCESS ? ', a success' : ''}`
    for (let loop = 0; loop < settings.loops; loop++) {
      const began = performance.now()
      if (loop % settings.loopsPerLoad === 0) {
        if (loop > 0) {
          progress.done(measurement)
          recorder.save(outcome('still running', loop))
        }
        measurement = recorder.at(settings.startLoad + (loop / settings.loopsPerLoad) * MORE_LOAD)
        await pace.set(measurement.load)
        recorder.beginReading()
      }
      if (!(await visitor.prepare(clickOf(loop), stop))) {
        progress.done(measurement)
        return outcome('stopped', loop)
      }
      const { clicked, shown } = await visitor.click()
      const timedOut = recorder.row(measurement, shown === null ? TIME_OUT_MS : shown - clicked, shown === null)
      // The last row of each twenty, so that a reading has its processes' use since the one before.
      if (loop % ROWS_PER_READING === ROWS_PER_READING - 1) await recorder.read(measurement)
      if (timedOut && ++timeouts === MOST_TIMEOUTS) {
        progress.done(measurement)
        return outcome(timeoutsInWords(timeouts), loop + 1)
      }
      progress.step(measurement, `loop ${loop + 1} of ${settings.loops}`)
      await until(began + LOOP_MS, stop)
      if (stop.aborted) {
        progress.done(measurement)
        return outcome('stopped', loop + 1)
      }
    }
    progress.done(measurement)
    return outcome(timeoutsInWords(timeouts), settings.loops)
  } finally {
    await visitor.leave()
  }
}
