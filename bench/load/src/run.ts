import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.js'
import { runningBank, type Bank } from './bank/bank.js'
import { Pace } from './bank/pace.js'
import { readGroups } from './results/groups.js'
import { Recorder, type Heading } from './results/recorder.js'
import { ResultsFile } from './results/results.js'
import { closed } from './rules/closed.js'
import { max } from './rules/max.js'
import { open } from './rules/open.js'
import type { Settings } from './settings.js'
import { machine } from './system/machine.js'
import { Progress } from './terminal/progress.js'

const RULES = { closed, open, max }

/** Runs one load test against the bank, and keeps its results, however it ends. */
export async function run(settings: Settings, stop: AbortSignal, out: NodeJS.WriteStream): Promise<void> {
  const bank = runningBank(settings.home)
  const file = new ResultsFile(join(settings.home, 'load', 'results.json'))
  // Wrong files are told of now, and not when all is measured.
  file.runs()
  const heading = headingOf(settings, bank, new Date())
  const release = claim(settings.home)
  try {
    const pace = new Pace(bank.pace)
    const restore = await pace.remember()
    const recorder = await Recorder.begin(file, heading, bank)
    const progress = new Progress(out)
    progress.say(`Run "${heading.name}" in the group "${heading.group}". Ctrl-C stops it, and keeps what was measured.`)
    let outcome = 'ended by a failure'
    try {
      outcome = await RULES[settings.rule]({ settings, bank, pace, recorder, progress, stop })
    } finally {
      try {
        recorder.save(outcome)
      } finally {
        await restore().catch((failed) => progress.say(`The pace is not what it was: ${(failed as Error).message}`))
      }
    }
    progress.say(`${outcome}.`)
    progress.say(recorder.isEmpty ? 'Nothing was measured.' : `Results: ${file.path}, drawn at ${bank.url}/background. Each row: ${recorder.rows}`)
  } finally {
    release()
  }
}

/** The group tells what the bank was started with, so that other settings come out side by side. */
export function headingOf(settings: Settings, bank: Pick<Bank, 'brokers' | 'settings'>, now: Date): Heading {
  const started = now.toISOString()
  const how = [`${bank.brokers} ${bank.brokers === 1 ? 'broker' : 'brokers'}`, ...Object.entries(bank.settings).map(([name, value]) => `${name} ${value}`)].join(', ')
  const name = settings.name ?? `${settings.rule}, ${how}, ${started.slice(0, 19).replace('T', ' ')}`
  const mapped = settings.groups === null ? undefined : readGroups(settings.groups).get(name)
  const by = { closed: '', open: ', in the browser', max: ', by probes' }[settings.rule]
  return {
    name,
    group: mapped ?? settings.group ?? how + by,
    started,
    machine: machine(),
    rule: settings.rule === 'closed' ? 'closed' : 'open',
    by: settings.rule === 'max' ? 'probes' : 'browser',
  }
}

/** Two load tests at once would measure each other. */
function claim(home: string): () => void {
  const path = join(home, 'load', 'running')
  const own = `${process.pid} ${randomUUID()}`
  mkdirSync(join(home, 'load'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(path, own, { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (failed) {
      if ((failed as NodeJS.ErrnoException).code !== 'EEXIST') throw failed
      const pid = Number.parseInt(readFileSync(path, 'utf8'), 10)
      if (isLoadTest(pid)) throw new Failure(`a load test runs already, process ${pid}. One at a time: two would measure each other`)
      // Of one that was killed.
      rmSync(path, { force: true })
    }
  }
}

function isLoadTest(pid: number): boolean {
  try {
    return pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('bench/load')
  } catch {
    return false
  }
}
