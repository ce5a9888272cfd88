import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../failure.js'

/** docs/load-results.md describes each field. */
export interface Point {
  readonly load: number
  readonly samples: number
  readonly timeouts: number
  readonly messages: number | null
  readonly latency_ms: Readonly<Record<'mean' | 'standard_error' | 'min' | 'max' | 'p50' | 'p99', number | null>>
  readonly processes: Readonly<Record<string, { readonly cpu_percent: number | null; readonly memory_mib: number | null }>>
}

export interface Run {
  readonly name: string
  readonly group: string
  readonly started: string
  readonly machine?: string
  readonly rule: 'closed' | 'open'
  readonly by?: 'browser' | 'probes'
  readonly outcome?: string
  readonly points: readonly Point[]
}

interface Results {
  readonly format: 1
  readonly runs: readonly Run[]
}

/** The file with the results of all runs. It is replaced as a whole: who reads it never sees half of it. */
export class ResultsFile {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  /**
   * The runs so far, none where there is no file.
   *
   * @throws {Failure} where it is not one of these files: it is never written over then
   */
  runs(): readonly Run[] {
    let text: string
    try {
      text = readFileSync(this.path, 'utf8')
    } catch (failed) {
      if ((failed as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw new Failure(`${this.path} cannot be read: ${(failed as Error).message}`, { cause: failed })
    }
    let file: Partial<Results> | null
    try {
      file = JSON.parse(text) as Partial<Results> | null
    } catch (failed) {
      throw new Failure(`${this.path} is not JSON: ${(failed as Error).message}. Move it away, and run again`, { cause: failed })
    }
    if (file?.format !== 1 || !Array.isArray(file.runs)) {
      throw new Failure(`${this.path} is not a file of results of format 1. Move it away, and run again`)
    }
    return file.runs
  }

  /** Appends the run, or puts it in the place of the one with its name and start. */
  put(run: Run): void {
    const same = (other: Run) => other.name === run.name && other.started === run.started
    const runs = this.runs()
    this.replace(runs.some(same) ? runs.map((other) => (same(other) ? run : other)) : [...runs, run])
  }

  replace(runs: readonly Run[]): void {
    const results: Results = { format: 1, runs }
    const partial = `${this.path}.${randomUUID()}`
    try {
      mkdirSync(dirname(this.path), { recursive: true })
      writeFileSync(partial, `${JSON.stringify(results, null, 1)}\n`)
      renameSync(partial, this.path)
    } catch (failed) {
      rmSync(partial, { force: true })
      throw new Failure(`${this.path} cannot be written: ${(failed as Error).message}`, { cause: failed })
    }
  }
}
