/** Where values stand on an axis, and which of them are written on it. */
export interface Scale {
  readonly kind: 'linear' | 'logarithmic'
  /** How far along the axis a value stands; grows with the value, and is 0 at 0. */
  readonly place: (value: number) => number
  readonly valueAt: (place: number) => number
  /** Round values between these two, so many at most, and evenly apart as far as the scale has it. */
  readonly ticks: (from: number, to: number, most: number) => number[]
}

export const linear: Scale = {
  kind: 'linear',
  place: (value) => value,
  valueAt: (place) => place,
  ticks(from, to, most) {
    const step = roundStep((to - from) / Math.max(1, most))
    const first = Math.ceil(from / step - 1e-9)
    const last = Math.floor(to / step + 1e-9)
    return Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step))
  },
}

/** Logarithmic above the smallest value that is to be told from zero, and linear below it, so that zero has a place, too. */
export function logarithmic(smallest: number): Scale {
  const place = (value: number) => Math.asinh(value / smallest)
  return {
    kind: 'logarithmic',
    place,
    valueAt: (at) => Math.sinh(at) * smallest,
    ticks(from, to, most) {
      const apart = (place(to) - place(from)) / Math.max(1, most)
      const ticks: number[] = []
      for (const value of rounds(smallest, to)) {
        const isIn = value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)
        if (isIn && ticks.every((tick) => Math.abs(place(tick) - place(value)) >= apart)) ticks.push(value)
      }
      return ticks.toSorted((a, b) => a - b)
    },
  }
}

/** Groups whose highest values differ by more than so many times crowd each other on a linear axis: one has less than a quarter of it. */
const TIMES_APART = 4

/** A logarithmic scale where some of the values are much higher than others, else a linear one. Each list is what one group has. */
export function scaleFor(lists: readonly (readonly number[])[], timesApart = TIMES_APART): Scale {
  const highest = lists.map((values) => Math.max(0, ...values)).filter((value) => value > 0)
  return Math.max(...highest) > timesApart * Math.min(...highest) ? logarithmicOver(lists.flat()) : linear
}

export function logarithmicOver(values: readonly number[]): Scale {
  const lowest = Math.min(...values.filter((value) => value > 0))
  return Number.isFinite(lowest) ? logarithmic(lowest) : linear
}

/** The axis' ends for these values: from zero, unless they are all far above it. */
export function endsOf(values: readonly number[]): readonly [number, number] {
  const highest = Math.max(0, ...values)
  const lowest = Math.min(highest, ...values)
  if (highest === 0) return [0, 10]
  return [lowest > highest / 4 && lowest < highest ? lowest : 0, highest]
}

/** Zero, then the powers of ten, then five and two times these: those that are to be written first come first. */
function* rounds(smallest: number, highest: number): Generator<number> {
  yield 0
  const first = Math.floor(Math.log10(smallest))
  const last = Math.ceil(Math.log10(Math.max(smallest, highest)))
  for (const digit of [1, 5, 2]) {
    for (let power = first; power <= last; power++) yield tidy(digit * 10 ** power)
  }
}

/** The lowest of 1, 2, 5, 10, 20 … that is not below. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * ([1, 2, 5].find((digit) => digit * power >= least * (1 - 1e-9)) ?? 10)
}

const tidy = (value: number): number => Number(value.toPrecision(12))
