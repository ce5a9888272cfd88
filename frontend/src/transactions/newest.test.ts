import { describe, expect, it } from 'vitest'
import { withArrived } from './newest'

const ids = (...numbers: number[]) => numbers.map((id) => ({ id }))

describe('the newest transactions', () => {
  it('come first, and push the oldest out', () => {
    expect(withArrived(ids(3, 2, 1), ids(4, 5), 3)).toEqual(ids(5, 4, 3))
  })

  it('come once, however often they arrive', () => {
    expect(withArrived(ids(3, 2), ids(2, 3, 4, 4, 3), 5)).toEqual(ids(4, 3, 2))
  })

  it('stay the same list when nothing new arrived, so that nothing is drawn', () => {
    const list = ids(3, 2)
    expect(withArrived(list, ids(3), 5)).toBe(list)
  })

  it('are bounded however many arrive at once', () => {
    const many = Array.from({ length: 10_000 }, (_, id) => ({ id }))
    expect(withArrived([], many, 3)).toEqual(ids(9999, 9998, 9997))
  })
})
