import { cpus, totalmem, type } from 'node:os'

/** In words, for whoever reads the results. */
export function machine(): string {
  const all = cpus()
  const model = all[0]?.model.trim().replace(/\s+/g, ' ')
  return [`${all.length} cores${model ? ` (${model})` : ''}`, `${Math.round(totalmem() / 2 ** 30)} GB`, type()].join(', ')
}
