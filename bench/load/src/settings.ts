/** What a run is to do, as ./bank checked it and hands it over. */
export interface Settings {
  readonly rule: 'closed' | 'open' | 'max'
  /** The bank's directory, with state.json; the results go to load/ below it. */
  readonly home: string
  readonly name: string | null
  readonly group: string | null
  /** A file that maps the names of runs to groups. */
  readonly groups: string | null
  /** Closed: most loops, loops at one load, and the load of the first. */
  readonly loops: number
  readonly loopsPerLoad: number
  readonly startLoad: number
  /** Open: messages a second to measure at. Max: the lowest and the highest to try. */
  readonly loads: readonly number[]
  readonly from: number
  readonly to: number
  /** Open and max: seconds at each load, and clicks or probes a second. */
  readonly seconds: number
  readonly rate: number
  /** Max: the 99th percentile to stay under, in milliseconds. */
  readonly limitMs: number
}

/** A latency of so many milliseconds is a time-out, whatever it counts from. */
export const TIME_OUT_MS = 5000
