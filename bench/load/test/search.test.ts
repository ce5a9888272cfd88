import { describe, expect, it } from 'vitest'
import { Search } from '../src/rules/search.js'

/** Searches where all loads up to this one hold. @returns the answer, and what was tried */
function searched(limit: number, from = 250, to = 16_000): { highest: number | null; tried: number[] } {
  const search = new Search(from, to, 50)
  const tried: number[] = []
  for (let load = search.next; load !== null; load = search.next) {
    tried.push(load)
    search.told(load <= limit)
    if (tried.length > 30) throw new Error(`does not end: ${tried.join(', ')}`)
  }
  return { highest: search.highest, tried }
}

describe('the search of the highest load', () => {
  it('doubles until one does not hold, then halves the gap', () => {
    expect(searched(3000).tried).toEqual([250, 500, 1000, 2000, 4000, 3000, 3500, 3250, 3150])
  })

  it.each([60, 130, 250, 260, 480, 1000, 1990, 3000, 5555, 15_990])('is right within 50 or a twentieth, at %d', (limit) => {
    const { highest, tried } = searched(limit)
    expect(highest).toBeLessThanOrEqual(limit)
    expect(highest).toBeGreaterThanOrEqual(limit - Math.max(50, limit / 20) - 1)
    expect(tried.length).toBeLessThanOrEqual(14)
    expect(tried.every((load) => load % 10 === 0)).toBe(true)
  })

  it('stops at the highest load that may be tried', () => {
    expect(searched(1_000_000, 250, 1500)).toEqual({ highest: 1500, tried: [250, 500, 1000, 1500] })
  })

  it('goes on below a load that is taken back, also below the one it began with', () => {
    const search = new Search(250, 1000, 50)
    for (let load = search.next; load !== null; load = search.next) search.told(load <= 600)
    expect(search.highest).toBe(600)
    search.takeBack()
    // 500 was tried near it, and may have been as lucky.
    expect([search.highest, search.next]).toEqual([250, 450])
    while (search.next !== null) search.told(false)
    expect(search.highest).toBe(250)
    search.takeBack()
    expect([search.highest, search.next]).toEqual([null, 150])
    search.told(true)
    expect([search.highest, search.next]).toEqual([150, 200])
  })

  it('says when no load holds', () => {
    expect(searched(0).highest).toBeNull()
  })
})
