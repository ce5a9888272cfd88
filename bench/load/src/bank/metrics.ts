import { Failure } from '../failure.js'

/** The sum over all labels of a counter in Prometheus's text form. */
export function sumOf(text: string, counter: string): number {
  let sum = 0
  let found = false
  for (const line of text.split('\n')) {
    if (!line.startsWith(counter)) continue
    const next = line[counter.length]
    if (next !== '{' && next !== ' ') continue
    const value = Number(line.slice(line.lastIndexOf('}') + 1 || counter.length).trim().split(' ')[0])
    if (Number.isFinite(value)) {
      sum += value
      found = true
    }
  }
  return found ? sum : 0
}

/** @throws {Failure} when the service does not answer */
export async function counterOf(url: string, counter: string): Promise<number> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch((failed) => {
    throw new Failure(`${url} does not answer. How it is: ./bank status`, { cause: failed })
  })
  if (!response.ok) throw new Failure(`${url} answers with ${response.status}. How it is: ./bank status`)
  return sumOf(await response.text(), counter)
}

/** Beats that were sent since the heartbeat started. */
export const BEATS = 'bank_heartbeat_beats_total'
/** Commands that were handled since the handler started, whatever came of them. */
export const COMMANDS = 'bank_commands_total'
