/** Finds the highest load that holds: first up by doubling, then halving the gap. It asks, and is told, one load at a time. */
export class Search {
  readonly #to: number
  readonly #step: number
  #next: number | null
  #held: number | null = null
  #failed: number | null = null

  /**
   * @param from the first load to try
   * @param to never tried above
   * @param step the answer is this near, in messages a second, or within a twentieth of itself, whichever is more
   */
  constructor(from: number, to: number, step: number) {
    this.#to = to
    this.#step = step
    this.#next = Math.min(from, to)
  }

  /** The load to try next; null when the answer is known. */
  get next(): number | null {
    return this.#next
  }

  /** The highest load that held; null when none did. */
  get highest(): number | null {
    return this.#held
  }

  /** Whether the load that was to be tried held. */
  told(held: boolean): void {
    const tried = this.#next
    if (tried === null) throw new Error('nothing was asked')
    if (held) this.#held = Math.max(tried, this.#held ?? 0)
    else this.#failed = Math.min(tried, this.#failed ?? Infinity)
    this.#next = this.#choose(tried)
  }

  #choose(tried: number): number | null {
    if (this.#failed === null) return tried >= this.#to ? null : Math.min(this.#to, tried * 2)
    const held = this.#held ?? 0
    const near = Math.max(this.#step, held / 20)
    if (this.#failed - held <= near) return null
    const middle = Math.round((held + this.#failed) / 2 / this.#step) * this.#step
    return middle > held && middle < this.#failed ? middle : null
  }
}
