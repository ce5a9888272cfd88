/**
 * The newest transactions, newest first.
 *
 * @param arrived in the order in which they happened
 * @returns at most `limit`, each once; the list itself when nothing new arrived
 */
export function withArrived<T extends { readonly id: number }>(list: readonly T[], arrived: readonly T[], limit: number): readonly T[] {
  const last = list[0]?.id ?? -1
  const fresh = new Map<number, T>()
  for (const item of arrived) {
    if (item.id > last) fresh.set(item.id, item)
  }
  if (fresh.size === 0) return list
  const newestFirst = [...fresh.values()].toSorted((a, b) => b.id - a.id)
  return [...newestFirst, ...list].slice(0, limit)
}
