import type { Edge, Layout } from './layout'

/** One dot on its way along one edge. */
export interface Dot {
  readonly edge: number
  /** In milliseconds of the animation's clock. */
  readonly starts: number
}

/** So many dots a second are the most that one topic gets; above it a dot stands for several events. */
const DOTS_A_SECOND = 15

/** How long a dot is on its way along one edge. */
export const TRAVEL_MS = 1100

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

/** @param most events a second of the busiest topic */
export function eventsPerDot(most: number): number {
  return STEPS.find((step) => most / step <= DOTS_A_SECOND) ?? STEPS[STEPS.length - 1] ?? 1
}

/** Turns counted events into dots: every event counts, and what does not fill a dot waits for the next second. */
export class Dots {
  readonly #edges: readonly Edge[]
  readonly #random: () => number
  readonly #rest = new Map<string, number>()

  constructor({ edges }: Pick<Layout, 'edges'>, random: () => number = Math.random) {
    this.#edges = edges
    this.#random = random
  }

  /**
   * The dots of one second.
   *
   * @param arrived new events by topic
   * @param perDot how many events one dot stands for
   */
  ofSecond(arrived: ReadonlyMap<string, number>, perDot: number, now: number): Dot[] {
    const dots: Dot[] = []
    for (const [topic, events] of arrived) {
      const total = (this.#rest.get(topic) ?? 0) + events
      // After a pause much can come at once; a second's worth of it is enough to see.
      const count = Math.min(Math.floor(total / perDot), 2 * DOTS_A_SECOND)
      this.#rest.set(topic, total % perDot)
      for (let dot = 0; dot < count; dot++) {
        const starts = now + this.#random() * 1000
        // A topic's count does not tell who wrote an event; where several may, the first in the file is shown.
        const write = this.#edges.findIndex((edge) => edge.topic === topic && edge.kind === 'write')
        if (write >= 0) dots.push({ edge: write, starts })
        for (const [edge, { topic: of, kind }] of this.#edges.entries()) {
          if (of === topic && kind === 'read') dots.push({ edge, starts: starts + TRAVEL_MS })
        }
      }
    }
    return dots
  }
}
