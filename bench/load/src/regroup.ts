import { join } from 'node:path'
import { readGroups, regrouped } from './results/groups.js'
import { ResultsFile } from './results/results.js'

/** Puts the runs that are there into the groups of a mapping file, and tells what there is. */
export function regroup(home: string, groups: string | null, out: NodeJS.WriteStream): void {
  const file = new ResultsFile(join(home, 'load', 'results.json'))
  if (groups !== null) file.replace(regrouped(file.runs(), readGroups(groups)))
  const runs = file.runs()
  if (runs.length === 0) out.write('There are no runs yet. To measure: ./bank load\n')
  for (const { name, group, rule, outcome } of runs) out.write(`  ${group}: "${name}" (${rule})${outcome ? `, ${outcome}` : ''}\n`)
}
