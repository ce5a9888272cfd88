import { ProcessTree, processes, type Use } from './processes.js'

export interface Watched {
  readonly name: string
  readonly pid: number
}

/** By name of the process. */
export type Uses = Readonly<Record<string, Use>>

/** Reads what the bank's processes, and those of the test itself, use. */
export class Sampler {
  readonly #trees: ReadonlyMap<string, ProcessTree>

  constructor(watched: readonly Watched[]) {
    this.#trees = new Map(watched.map(({ name, pid }) => [name, new ProcessTree(pid)]))
  }

  sample(): Uses {
    const all = processes()
    const now = performance.now()
    const uses: Record<string, Use> = {}
    for (const [name, tree] of this.#trees) {
      const use = tree.use(all, now)
      if (use) uses[name] = use
    }
    return uses
  }
}
