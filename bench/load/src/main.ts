import { Failure } from './failure.js'
import { regroup } from './regroup.js'
import { run } from './run.js'
import type { Settings } from './settings.js'

/** Whoever kills ./bank alone leaves this process with another parent. */
const LOOK_MS = 1000

type Task = Settings | { readonly rule: 'runs'; readonly home: string; readonly groups: string | null }

async function main(task: Task): Promise<void> {
  if (task.rule === 'runs') return regroup(task.home, task.groups, process.stdout)
  const stop = new AbortController()
  const end = () => {
    // The second one is meant: playwright takes the browser along.
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
    process.stdout.write('\nStopping.\n')
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', () => stop.abort())
  // The terminal was closed, or who read the output has gone: nobody sees more of it, and the pace is put back.
  process.on('SIGHUP', () => stop.abort())
  process.stdout.on('error', () => stop.abort())
  const parent = process.ppid
  const look = setInterval(() => process.ppid !== parent && stop.abort(), LOOK_MS)
  await run(task, stop.signal, process.stdout).finally(() => clearInterval(look))
  if (stop.signal.aborted) process.exitCode = 130
}

try {
  await main(JSON.parse(process.argv[2] ?? 'null') as Task)
} catch (failed) {
  process.stderr.write(`bank: ${failed instanceof Failure ? failed.message : ((failed as Error).stack ?? String(failed))}\n`)
  process.exitCode = 1
}
