import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { SHOW_ALL } from './fields'
import { LiveTransactions } from './LiveTransactions'

let frame: (() => void) | undefined
const nextFrame = (callback: () => void) => {
  frame = callback
  return () => {
    frame = undefined
  }
}
const transaction = (id: number) => ({ id, iban: 'NL', descr: `number ${id}` })
const wish = { items: 3, shown: SHOW_ALL }

let endpoint: FakeEndpoint
let live: LiveTransactions
let stop: (() => void) | undefined

function arrive(...ids: number[]) {
  for (const id of ids) endpoint.live.at(-1)?.sink.next({ data: { stream_transactions: transaction(id) } })
  frame?.()
}
const shown = () => live.current().rows.map(({ id }) => id)

beforeEach(() => {
  vi.useFakeTimers()
  endpoint = new FakeEndpoint()
  endpoint.answer(() => ({ data: { transactions_by_iban: [transaction(7), transaction(5)] } }))
  live = new LiveTransactions(endpoint.asEndpoint(), 'NL', nextFrame)
})

afterEach(() => {
  stop?.()
  vi.useRealTimers()
})

const after = () => endpoint.live.map(({ variables }) => variables['after_id'])

/** The connection is found to be lost half a minute after it was. */
async function lose() {
  await vi.advanceTimersByTimeAsync(30_000)
  endpoint.cut(30_000)
}

/** Each try to connect fails. */
async function staysAway(seconds: number) {
  for (let second = 0; second < seconds; second++) {
    endpoint.cut()
    await vi.advanceTimersByTimeAsync(1000)
  }
}

async function follow() {
  stop = live.follow(wish)
  await vi.advanceTimersByTimeAsync(0)
  endpoint.connect()
}

describe('the transactions of an account', () => {
  it('are asked for once, then streamed from the last one on', async () => {
    await follow()
    expect(shown()).toEqual([7, 5])
    expect(endpoint.live.map(({ variables }) => variables)).toEqual([{ account: 'NL', after_id: 7 }])
    arrive(9)
    expect(shown()).toEqual([9, 7, 5])
    expect(live.current().leaving).toBeNull()
    arrive(10)
    expect(shown()).toEqual([10, 9, 7])
    expect(live.current().leaving?.id).toBe(5)
  })

  it('fade while few come; where each draw brings one and draws come often, they do not, until a good second after the last of them', async () => {
    await follow()
    const fades = () => live.current().freshAfter < (live.current().rows[0]?.id ?? 0)
    let id = 100
    arrive(++id)
    expect(fades()).toBe(true)
    for (let draw = 2; draw <= 60; draw++) {
      await vi.advanceTimersByTimeAsync(30)
      arrive(++id)
    }
    expect(fades()).toBe(false)
    expect(live.current().leaving).toBeNull()
    await vi.advanceTimersByTimeAsync(1300)
    arrive(++id, ++id)
    expect(fades()).toBe(true)
  })

  it('go on after the last one seen when the connection was cut: none is missed, none comes twice', async () => {
    await follow()
    arrive(9)
    endpoint.cut()
    await vi.advanceTimersByTimeAsync(0)
    expect(live.current().phase).toBe('reconnecting')
    await vi.advanceTimersByTimeAsync(5000)
    endpoint.connect()
    expect(endpoint.live.map(({ variables }) => variables)).toEqual([{ account: 'NL', after_id: 9 }])
    expect(live.current().phase).toBe('live')
    arrive(9, 10, 11)
    expect(shown()).toEqual([11, 10, 9])
  })

  describe('after a loss that lasted long', () => {
    const later = { data: { transactions_by_iban: [transaction(5000), transaction(4000), transaction(3000)] } }
    it('are asked for anew, and streamed from the newest of them on, instead of each that happened meanwhile', async () => {
      await follow()
      arrive(9)
      endpoint.answer(() => ({ error: { graphQLErrors: [] } }))
      await staysAway(60)
      expect(live.current().phase).toBe('reconnecting')
      // So that the page says that the connection is lost.
      expect(endpoint.wanted).toBe(1)
      expect(shown()).toEqual([9, 7, 5])
      endpoint.answer(() => later)
      await vi.advanceTimersByTimeAsync(5000)
      // They are there, but nobody says that they are kept up before the stream is there, too.
      expect(shown()).toEqual([5000, 4000, 3000])
      expect(live.current().phase).toBe('reconnecting')
      endpoint.connect()
      expect(live.current()).toMatchObject({ phase: 'live', refusal: null })
      expect(after()).toEqual([5000])
      arrive(4000, 5000, 5001)
      expect(shown()).toEqual([5001, 5000, 4000])
    })

    it('are so at once where the machine slept, and the loss is found out when it wakes up', async () => {
      await follow()
      endpoint.answer(() => later)
      vi.setSystemTime(Date.now() + 3_600_000)
      endpoint.cut(3_600_000)
      await vi.advanceTimersByTimeAsync(1000)
      expect(shown()).toEqual([5000, 4000, 3000])
      expect(after()).toEqual([5000])
    })

    it('come once also where some of them waited to be drawn', async () => {
      await follow()
      endpoint.live[0]?.sink.next({ data: { stream_transactions: transaction(8) } })
      endpoint.answer(() => ({ data: { transactions_by_iban: [transaction(8), transaction(7), transaction(5)] } }))
      await lose()
      await vi.advanceTimersByTimeAsync(5000)
      frame?.()
      expect(shown()).toEqual([8, 7, 5])
      expect(live.current().leaving).toBeNull()
    })

    it('stay as they are while they are held, and are counted', async () => {
      await follow()
      live.hold()
      arrive(8)
      endpoint.answer(() => later)
      await lose()
      await vi.advanceTimersByTimeAsync(5000)
      expect(shown()).toEqual([7, 5])
      expect(live.current().held).toBe(4)
      live.release()
      expect(shown()).toEqual([5000, 4000, 3000])
    })

    it('are asked for now and then, and not all the time, while no stream can be had', async () => {
      await follow()
      await staysAway(120)
      expect(endpoint.asked.length).toBeGreaterThan(3)
      expect(endpoint.asked.length).toBeLessThan(10)
    })
  })

  it('go on the same way when the endpoint ends a subscriber that was too slow', async () => {
    await follow()
    arrive(8)
    const [subscription] = endpoint.live
    if (subscription) subscription.ended = true
    subscription?.sink.error([{ message: 'too slow', extensions: { code: 'TOO_SLOW' } }] as never)
    await vi.advanceTimersByTimeAsync(5000)
    expect(endpoint.live.map(({ variables }) => variables['after_id'])).toEqual([8])
  })

  it('are not asked for again where the endpoint refuses for good', async () => {
    endpoint.answer(() => ({ error: { graphQLErrors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] } }))
    await follow()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(live.current().phase).toBe('refused')
    expect(endpoint.asked).toHaveLength(1)
    expect(endpoint.subscriptions).toHaveLength(0)
  })

  it('are asked for again while the endpoint is away, ever less often', async () => {
    endpoint.answer(() => ({ error: { graphQLErrors: [] } }))
    await follow()
    expect(live.current()).toMatchObject({ phase: 'reconnecting', refusal: { code: 'NETWORK' } })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(endpoint.asked.length).toBeGreaterThan(10)
    expect(endpoint.asked.length).toBeLessThan(30)
    endpoint.answer(() => ({ data: { transactions_by_iban: [] } }))
    await vi.advanceTimersByTimeAsync(5000)
    expect(live.current()).toMatchObject({ phase: 'live', rows: [] })
    expect(endpoint.live.map(({ variables }) => variables['after_id'])).toEqual([0])
  })

  it('can be held, while what arrives is counted and kept', async () => {
    await follow()
    live.hold()
    arrive(8, 9, 10)
    expect(shown()).toEqual([7, 5])
    expect(live.current().held).toBe(3)
    live.release()
    expect(shown()).toEqual([10, 9, 8])
    expect(live.current().held).toBeNull()
  })

  it('end when nobody looks on', async () => {
    await follow()
    stop?.()
    expect(endpoint.live).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(0)
    expect(endpoint.wanted).toBe(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(endpoint.subscriptions).toHaveLength(1)
  })
})
