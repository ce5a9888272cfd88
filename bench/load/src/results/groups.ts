import { readFileSync } from 'node:fs'
import { Failure } from '../failure.js'
import type { Run } from './results.js'

/** Names of runs, to the group that each belongs to. */
export type Groups = ReadonlyMap<string, string>

/** @throws {Failure} that names what is wrong in the file */
export function readGroups(path: string): Groups {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (failed) {
    throw new Failure(`the groups in ${path} cannot be read: ${(failed as Error).message}`, { cause: failed })
  }
  return groupsOf(text, path)
}

export function groupsOf(text: string, path: string): Groups {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (failed) {
    throw new Failure(`${path} is not JSON: ${(failed as Error).message}. ${FORM}`, { cause: failed })
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Failure(`${path} must be an object. ${FORM}`)
  for (const [name, group] of Object.entries(json)) {
    if (typeof group !== 'string' || group.trim() === '') throw new Failure(`${path}: the group of "${name}" must be a text that is not empty. ${FORM}`)
  }
  return new Map(Object.entries(json as Record<string, string>))
}

const FORM = 'It maps names of runs to groups: {"first": "1 broker", "second": "1 broker"}'

/**
 * The runs, each in the group that the file says; those it does not name stay where they are.
 *
 * @throws {Failure} where it names a run that is not there
 */
export function regrouped(runs: readonly Run[], groups: Groups): Run[] {
  const names = new Set(runs.map(({ name }) => name))
  const unknown = [...groups.keys()].filter((name) => !names.has(name))
  if (unknown.length > 0) {
    const there = names.size === 0 ? 'there is none yet' : `there are: ${[...names].map((name) => `"${name}"`).join(', ')}`
    throw new Failure(`no run has the name ${unknown.map((name) => `"${name}"`).join(' or ')}; ${there}`)
  }
  return runs.map((run) => ({ ...run, group: groups.get(run.name) ?? run.group }))
}
