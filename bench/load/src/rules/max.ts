import { BEATS, COMMANDS, counterOf } from '../bank/metrics.js'
import { settable } from '../bank/pace.js'
import { Probe } from '../bank/probe.js'
import { Measurement } from '../results/measurement.js'
import { ROWS_PER_READING } from '../results/recorder.js'
import { Failure } from '../failure.js'
import type { Settings } from '../settings.js'
import { fewestFor } from '../statistics/latencies.js'
import { until } from './pause.js'
import type { Ground, Rule } from './rule.js'
import { Schedule } from './schedule.js'
import { Search } from './search.js'

/**
 * Before the first of all, under the load where the search begins: a bank that was just started compiles what it does, and would be told
 * to hold less than it does a minute later.
 */
const FIRST_WARM_UP_SECONDS = 60
/** Before each measurement, so that the load is what was asked for, and compilers have seen it. */
const WARM_UP_SECONDS = 10
/** So much of the load and of the probes must be handled while they are offered; with less, a backlog grows somewhere. */
const LEAST_HANDLED = 0.97
const STEP = 50
/**
 * What was found is tried once more, and longer: of many short trials near the limit, the one with luck has the highest load.
 */
const REPEAT_SECONDS = 60
const DRAIN_SECONDS = 180

/**
 * Finds the highest load at which probes stay under the limit. Without a browser, whose own need for a processor would be measured, too.
 * A load holds when the 99th percentile is under the limit and the handler handles what the heartbeat is asked to send. The one that is found has to
 * hold again; else the search goes on below it, with trials as long as that.
 */
export const max: Rule = async (ground) => {
  const { settings, bank, recorder, progress, stop } = ground
  refuseTooFew(settings)
  const probe = await Probe.open(bank.url)
  const search = new Search(settable(settings.from), settable(settings.to), STEP)
  try {
    await warmUp(ground)
    const longer = Math.max(REPEAT_SECONDS, settings.seconds)
    let lucky: number | null = null
    /** What held when each was tried for longer. */
    let sure: number | null = null
    for (;;) {
      for (let load = search.next; load !== null; load = search.next) {
        const seconds = lucky === null ? settings.seconds : longer
        const held = await tried(ground, probe, load, seconds)
        if (stop.aborted) return `stopped; ${found(search.highest, settings.limitMs)}`
        search.told(held)
        if (held && lucky !== null) sure = load
        recorder.save(`still running; ${found(search.highest, settings.limitMs)}`)
        if (!held && (search.next !== null || search.highest !== sure)) await rest(ground)
      }
      const load = search.highest
      if (load === null) return `${found(null, settings.limitMs)}${lucky === null ? '' : ` for ${longer} s; ${lucky} messages/s did in the search`}`
      if (load !== sure) progress.say(`      ${load} messages/s once more, for ${longer} s`)
      const held = load === sure || (await tried(ground, probe, load, longer))
      if (stop.aborted && load !== sure) return `stopped; ${found(load, settings.limitMs)}, not repeated`
      if (held) {
        const only = lucky === null ? '' : `; ${lucky} held in the search alone`
        return `${found(load, settings.limitMs)},${load === sure ? '' : ' and again'} for ${longer} s${only}${load >= settings.to ? ', the highest that was tried' : ''}`
      }
      if (lucky === null) progress.say(`      From here on each load is tried for ${longer} s`)
      lucky ??= load
      search.takeBack()
      recorder.save(`still running; ${found(search.highest, settings.limitMs)}, not repeated`)
      if ((search.next ?? search.highest) !== null) await rest(ground)
    }
  } finally {
    await probe.close()
  }
}

/** Whether a load holds. Where it was measured before, this is then its measurement. */
async function tried(ground: Ground, probe: Probe, load: number, seconds: number): Promise<boolean> {
  const { pace, recorder, stop } = ground
  await pace.set(load)
  const again = recorder.has(load)
  const measurement = again ? new Measurement(load) : recorder.at(load)
  const held = await holds(ground, probe, measurement, seconds)
  if (again && !stop.aborted) recorder.replace(measurement)
  return held
}

async function warmUp(ground: Ground): Promise<void> {
  const { settings, pace, progress, stop } = ground
  progress.say(`      warming up for ${FIRST_WARM_UP_SECONDS} s, uncounted`)
  await pace.set(settings.from)
  await until(performance.now() + FIRST_WARM_UP_SECONDS * 1000, stop)
  await rest(ground)
}

async function rest(ground: Ground): Promise<void> {
  await ground.pace.set(0)
  ground.progress.say('      waiting until the backlog is gone')
  await drained(ground)
}

/** @throws {Failure} where so short a measurement could not tell whether a load holds */
function refuseTooFew({ seconds, rate }: Settings): void {
  const probes = new Schedule(0, rate).within(seconds)
  const fewest = fewestFor(99)
  if (probes >= fewest) return
  throw new Failure(
    `${seconds} s of ${rate} probes a second are ${probes} at each load, and the 99th percentile needs ${fewest}. ` +
      `Measure longer: --seconds ${Math.ceil(fewest / rate)} or more`,
  )
}

const found = (load: number | null, limitMs: number): string =>
  load === null ? `no load held with p99 under ${limitMs} ms` : `highest load with p99 under ${limitMs} ms: ${load} messages/s (by probes)`

async function holds({ settings, bank, recorder, progress, stop }: Ground, probe: Probe, measurement: Measurement, seconds: number): Promise<boolean> {
  const schedule = new Schedule(performance.now(), settings.rate)
  const uncounted = schedule.within(WARM_UP_SECONDS)
  const all = uncounted + schedule.within(seconds)
  let reading: Promise<void> = Promise.resolve()
  let handledBefore = 0
  let countedFrom = 0
  const failures: unknown[] = []
  // A probe comes back in a timer or in a message of the socket: what is thrown there ends Node, with the pace as it is, or is swallowed.
  const keep = (latency: number, timedOut: boolean) => {
    try {
      recorder.row(measurement, latency, timedOut)
    } catch (failed) {
      failures.push(failed)
    }
  }
  for (let arrival = 0; arrival < all; arrival++) {
    const due = schedule.due(arrival)
    await until(due, stop)
    if (stop.aborted) return false
    if (failures.length > 0) throw failures[0]
    if (arrival === uncounted) {
      recorder.beginReading()
      handledBefore = await counterOf(bank.handlerMetrics, COMMANDS)
      countedFrom = performance.now()
    }
    const counted = arrival >= uncounted
    probe.send(due, counted ? keep : () => undefined)
    if (!counted) continue
    // Beside the probes: a schedule waits for nobody.
    if ((arrival - uncounted) % ROWS_PER_READING === ROWS_PER_READING - 1) {
      reading = reading.then(() => recorder.read(measurement))
      // What failed is thrown where it is awaited, below. Nobody waits for it yet, and Node would end the process, with the pace as it is.
      reading.catch(() => undefined)
    }
    progress.step(measurement, `probe ${arrival - uncounted + 1} of ${all - uncounted}`)
  }
  const handled = ((await counterOf(bank.handlerMetrics, COMMANDS)) - handledBefore) / ((performance.now() - countedFrom) / 1000)
  await reading
  // The last probes end by themselves, within the time-out.
  while (probe.underWay > 0 && !stop.aborted) await until(performance.now() + 50, stop)
  if (failures.length > 0) throw failures[0]
  const { p99 } = measurement.latencies.summary()
  const held = p99 !== null && p99 < settings.limitMs && handled >= LEAST_HANDLED * (measurement.load + settings.rate)
  progress.done(measurement, `${Math.round(handled)} handled/s: ${held ? 'holds' : 'does not hold'}`)
  return held
}

/** Waits until nothing is handled any more, and no beat is sent. */
async function drained({ bank, stop }: Ground): Promise<void> {
  const end = performance.now() + DRAIN_SECONDS * 1000
  const counts = async () => (await counterOf(bank.handlerMetrics, COMMANDS)) + (await counterOf(bank.heartbeatMetrics, BEATS))
  let before = await counts()
  for (let quiet = 0; quiet < 3; ) {
    await until(performance.now() + 1000, stop)
    if (stop.aborted) return
    if (performance.now() > end) throw new Failure(`the bank still works on what came in ${DRAIN_SECONDS} s after the load ended. How it is: ./bank status`)
    const now = await counts()
    quiet = now === before ? quiet + 1 : 0
    before = now
  }
}
