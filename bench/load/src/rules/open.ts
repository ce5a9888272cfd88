import { Visitor } from '../browser/visitor.js'
import { ROWS_PER_READING } from '../results/recorder.js'
import { clickOf } from './clicks.js'
import { until } from './pause.js'
import type { Rule } from './rule.js'
import { Schedule } from './schedule.js'

/** Clicks that are not counted, until the load is what was asked for and the page has done all once. */
const WARM_UP_SECONDS = 10

/**
 * One browser, clicks on a schedule. A click whose time comes while the page is still busy with the one before happens as soon as it
 * can, and its latency counts from when it was due: so does a time-out, of which the page itself knows only what came after the click.
 */
export const open: Rule = async ({ settings, bank, pace, recorder, progress, stop }) => {
  const visitor = await Visitor.arrive(bank.url)
  try {
    let clicks = 0
    for (const load of settings.loads) {
      const measurement = recorder.at(load)
      await pace.set(load)
      const offset = await visitor.clockOffset()
      const schedule = new Schedule(performance.now() + 1000, settings.rate)
      const uncounted = schedule.within(WARM_UP_SECONDS)
      const all = uncounted + schedule.within(settings.seconds)
      for (let arrival = 0; arrival < all && !stop.aborted; arrival++) {
        if (arrival === uncounted) recorder.beginReading()
        if (!(await visitor.prepare(clickOf(clicks++), stop))) break
        const due = schedule.due(arrival)
        await until(due, stop)
        if (stop.aborted) break
        const { shown } = await visitor.click()
        if (arrival < uncounted) continue
        recorder.row(measurement, shown === null ? performance.now() - due : shown - (due + offset), shown === null)
        if ((arrival - uncounted) % ROWS_PER_READING === ROWS_PER_READING - 1) await recorder.read(measurement)
        progress.step(measurement, `click ${arrival - uncounted + 1} of ${all - uncounted}`)
      }
      progress.done(measurement)
      if (stop.aborted) return 'stopped'
      recorder.save('still running')
    }
    return `in the browser, ${settings.rate} clicks a second, ${settings.seconds} s at each load`
  } finally {
    await visitor.leave()
  }
}
