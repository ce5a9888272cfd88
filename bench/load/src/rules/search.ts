/**
 * Finds the highest load that holds: first up by doubling, then halving the gap. It asks, and is told, one load at a time. What held once may have
 * been lucky: whoever tries it again can take it back, and the search goes on below it.
 */
export class Search {
  readonly #to: number
  readonly #step: number
  #next: number | null
  /** Rising, as each that is tried after one that held is higher. */
  readonly #held: number[] = []
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

  /** The highest load that held, and was not taken back; null when there is none. */
  get highest(): number | null {
    return this.#held.at(-1) ?? null
  }

  /**
   * The highest load that held does not when it is tried again: as if it had failed at once. What held above half of it is as likely to have been
   * lucky, and is forgotten: one after the other, each would be tried again.
   */
  takeBack(): void {
    const taken = this.#held.pop()
    if (taken === undefined) return
    while (this.#held.length > 1 && (this.highest ?? 0) > taken / 2) this.#held.pop()
    this.#failed = taken
    this.#next = this.#choose(taken)
  }

  /** Whether the load that was to be tried held. */
  told(held: boolean): void {
    const tried = this.#next
    if (tried === null) throw new Error('nothing was asked')
    if (held) this.#held.push(tried)
    else this.#failed = Math.min(tried, this.#failed ?? Infinity)
    this.#next = this.#choose(tried)
  }

  #choose(tried: number): number | null {
    if (this.#failed === null) return tried >= this.#to ? null : Math.min(this.#to, tried * 2)
    const held = this.highest ?? 0
    const near = Math.max(this.#step, held / 20)
    if (this.#failed - held <= near) return null
    const middle = Math.round((held + this.#failed) / 2 / this.#step) * this.#step
    return middle > held && middle < this.#failed ? middle : null
  }
}
