import { readFileSync, readdirSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

/** CPU time in clock ticks, and resident memory in KiB, of one process at one moment. */
interface Reading {
  readonly ticks: number
  readonly kib: number
}

export interface Use {
  /** Of one core, since the reading before; null at the first. */
  readonly cpuPercent: number | null
  readonly memoryMib: number
}

/** What a process and all its descendants use, from /proc. A process that is not there any more is left out. */
export class ProcessTree {
  readonly #root: number
  #before: { readonly at: number; readonly ticks: ReadonlyMap<number, number> } | undefined

  constructor(root: number) {
    this.#root = root
  }

  /**
   * @param all what {@link parents} gave
   * @param now milliseconds of a clock that never goes back
   */
  use(all: ReadonlyMap<number, number>, now: number): Use | null {
    const ticks = new Map<number, number>()
    let kib = 0
    const pids = withDescendants(this.#root, all)
    for (const pid of pids) {
      const reading = read(pid, pids.length > 1)
      if (!reading) continue
      ticks.set(pid, reading.ticks)
      kib += reading.kib
    }
    if (ticks.size === 0) return null
    const before = this.#before
    this.#before = { at: now, ticks }
    let cpuPercent: number | null = null
    if (before && now > before.at) {
      // By process: what a child had used before it ended must not count as negative.
      let spent = 0
      for (const [pid, value] of ticks) spent += value - (before.ticks.get(pid) ?? 0)
      cpuPercent = (spent / ticksPerSecond()) * (100_000 / (now - before.at))
    }
    return { cpuPercent, memoryMib: kib / 1024 }
  }
}

/** The parent of each process of this machine. */
export function parents(): Map<number, number> {
  const all = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    const fields = statOf(pid)
    if (fields) all.set(pid, Number(fields[1]))
  }
  return all
}

export function withDescendants(root: number, all: ReadonlyMap<number, number>): number[] {
  const found = [root]
  for (const parent of found) {
    for (const [pid, its] of all) if (its === parent) found.push(pid)
  }
  return found
}

/** Of several processes, shared pages (such as PostgreSQL's buffers) count once: each has its proportional part. */
function read(pid: number, shares: boolean): Reading | null {
  const fields = statOf(pid)
  if (!fields) return null
  // proc(5): utime and stime are the fields 14 and 15; here they are counted from the state, field 3.
  const ticks = Number(fields[11]) + Number(fields[12])
  const rollup = shares ? textOf(`/proc/${pid}/smaps_rollup`) : null
  const proportional = rollup?.match(/^Pss:\s+(\d+) kB/m)?.[1]
  const resident = textOf(`/proc/${pid}/status`)?.match(/^VmRSS:\s+(\d+) kB/m)?.[1]
  return { ticks, kib: Number(proportional ?? resident ?? 0) }
}

/** What follows the name, which may itself have spaces and brackets. */
function statOf(pid: number): string[] | null {
  const text = textOf(`/proc/${pid}/stat`)
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** Null where the process is gone, or is somebody else's. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (failed) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((failed as NodeJS.ErrnoException).code ?? '')) return null
    throw failed
  }
}

let known: number | undefined
function ticksPerSecond(): number {
  known ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  return known
}
