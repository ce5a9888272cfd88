import { readFileSync, readdirSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

/** One process at one moment, with CPU time in clock ticks. */
export interface Process {
  readonly parent: number
  /** When it began; with the pid, which is given anew to others, it names a process. */
  readonly start: string
  readonly own: number
  /** Of the children that ended and were waited for, and theirs. */
  readonly ended: number
}

export interface Use {
  /** Of one core, since the reading before; null at the first. */
  readonly cpuPercent: number | null
  readonly memoryMib: number
}

type Processes = ReadonlyMap<number, Process>

/** Where children end all the time, a reading of one moment may not be had. */
const MOST_TRIES = 10

/** What a process and all its descendants use, from /proc. A process that is not there any more is left out. */
export class ProcessTree {
  readonly #root: number
  #before: { readonly at: number; readonly tree: Processes } | undefined

  constructor(root: number) {
    this.#root = root
  }

  /**
   * @param all what {@link processes} gave
   * @param now milliseconds of a clock that never goes back
   */
  use(all: Processes, now: number): Use | null {
    const tree = ofOneMoment(this.#root, all)
    if (tree.size === 0) return null
    const before = this.#before
    this.#before = { at: now, tree }
    const kib = [...tree.keys()].reduce((sum, pid) => sum + memoryOf(pid, tree.size > 1), 0)
    const cpuPercent = before && now > before.at ? (ticksSpent(before.tree, tree) / ticksPerSecond()) * (100_000 / (now - before.at)) : null
    return { cpuPercent, memoryMib: kib / 1024 }
  }
}

/**
 * The CPU time between two readings. A process that ended has left its time to the one that waited for it: what this gained of ended children, less
 * what was counted of them while they lived. So it counts once, also that of one that began and ended in between.
 */
export function ticksSpent(before: Processes, after: Processes): number {
  const isThere = (pid: number) => after.has(pid) && after.get(pid)?.start === before.get(pid)?.start
  const counted = new Map<number, number>()
  for (const [pid, { own, ended, parent }] of before) {
    if (isThere(pid)) continue
    let heir = parent
    while (before.has(heir) && !isThere(heir)) heir = before.get(heir)?.parent ?? 0
    counted.set(heir, (counted.get(heir) ?? 0) + own + ended)
  }
  let spent = 0
  for (const [pid, { own, ended }] of after) {
    const known = isThere(pid) ? before.get(pid) : undefined
    // Not below zero: a process that another one adopted leaves nothing here.
    spent += own - (known?.own ?? 0) + Math.max(0, ended - (known?.ended ?? 0) - (counted.get(pid) ?? 0))
  }
  return spent
}

/** All processes of this machine. */
export function processes(): Map<number, Process> {
  const all = new Map<number, Process>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    const process = Number.isInteger(pid) ? processOf(pid) : null
    if (process) all.set(pid, process)
  }
  return all
}

export function withDescendants(root: number, all: Processes): number[] {
  const found = [root]
  for (const parent of found) {
    for (const [pid, its] of all) if (its.parent === parent) found.push(pid)
  }
  return found
}

/**
 * The tree as it was at one moment: while files are read one after the other, a child may end, and be in its parent's time and in its own, or in
 * neither. Where all are still there and none has been waited for since, they were there together.
 */
function ofOneMoment(root: number, all: Processes): Processes {
  for (let tries = 1, some = all; ; tries++, some = processes()) {
    const tree = new Map<number, Process>()
    for (const pid of withDescendants(root, some)) {
      const process = some.get(pid)
      if (process) tree.set(pid, process)
    }
    const isSame = [...tree].every(([pid, { start, ended }]) => {
      const again = processOf(pid)
      return again?.start === start && again.ended === ended
    })
    if (isSame || tries === MOST_TRIES) return tree
  }
}

function processOf(pid: number): Process | null {
  const text = textOf(`/proc/${pid}/stat`)
  if (text === null) return null
  // What follows the name, which may itself have spaces and brackets; proc(5) counts from 1, and the state is field 3.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const field = (number: number) => fields[number - 3] ?? ''
  return { parent: Number(field(4)), start: field(22), own: Number(field(14)) + Number(field(15)), ended: Number(field(16)) + Number(field(17)) }
}

/** In KiB. Of several processes, shared pages (such as PostgreSQL's buffers) count once: each has its proportional part. */
function memoryOf(pid: number, shares: boolean): number {
  const rollup = shares ? textOf(`/proc/${pid}/smaps_rollup`) : null
  const proportional = rollup?.match(/^Pss:\s+(\d+) kB/m)?.[1]
  const resident = textOf(`/proc/${pid}/status`)?.match(/^VmRSS:\s+(\d+) kB/m)?.[1]
  return Number(proportional ?? resident ?? 0)
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
