/** Arrivals at a fixed distance, decided before the first of them and by nothing that happens later. */
export class Schedule {
  readonly #start: number
  readonly #distance: number

  /** @param start of the first arrival, in milliseconds of whatever clock the reader uses */
  constructor(start: number, perSecond: number) {
    if (!(perSecond > 0)) throw new RangeError(`arrivals a second must be above 0, not ${perSecond}`)
    this.#start = start
    this.#distance = 1000 / perSecond
  }

  /** When the arrival with this number, from 0 on, is due. */
  due(arrival: number): number {
    return this.#start + arrival * this.#distance
  }

  /** How many arrivals fall into so many seconds. */
  within(seconds: number): number {
    return Math.ceil((seconds * 1000) / this.#distance)
  }
}
