/**
 * What the original, Open Bank Mark, published of itself: mean and 99th percentile in milliseconds, end to end, with its
 * command handler in Clojure, a linger of 100 ms and two CPUs. It stopped between 240 and 310 messages a second with one broker,
 * and near 520 with three.
 */
export const PUBLISHED = [
  {
    name: 'Open Bank Mark, 1 broker',
    points: [
      { load: 0, mean: 387, p99: 1094 },
      { load: 100, mean: 298, p99: 447 },
      { load: 200, mean: 398, p99: 1295 },
      { load: 250, mean: 443, p99: 2127 },
    ],
  },
  {
    name: 'Open Bank Mark, 3 brokers',
    points: [
      { load: 300, mean: 293, p99: 950 },
      { load: 500, mean: 352, p99: 898 },
    ],
  },
] as const
