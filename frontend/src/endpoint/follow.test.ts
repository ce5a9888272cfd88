import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FiguresDocument } from '#generated/graphql'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { follow } from './follow'

let endpoint: FakeEndpoint
let stop: AbortController
beforeEach(() => {
  vi.useFakeTimers()
  endpoint = new FakeEndpoint()
  stop = new AbortController()
})
afterEach(() => {
  stop.abort()
  vi.useRealTimers()
})

const nothing = () => undefined

/** @returns what it was told of losses: the code, and whether it is for good */
function following(): [string, boolean][] {
  const losses: [string, boolean][] = []
  const onLost = ({ code }: { code: string }, forGood: boolean) => void losses.push([code, forGood])
  void follow(endpoint.asEndpoint().socket, { document: FiguresDocument, variables: () => ({}), onData: nothing, onLive: nothing, onLost }, stop.signal)
  endpoint.connect()
  return losses
}

async function goOn(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1000)
  endpoint.connect()
}

const figures = () => endpoint.live.forEach(({ sink }) => sink.next({ data: {} }))

describe('a subscription whose login ended', () => {
  it('is asked for once more, over a socket that has the login of now', async () => {
    const losses = following()
    for (let logins = 1; logins <= 3; logins++) {
      figures()
      endpoint.refuse('UNAUTHENTICATED')
      await goOn()
      expect(endpoint.live).toHaveLength(1)
      expect(endpoint.renewed).toBe(logins)
    }
    expect(losses).toEqual(Array.from({ length: 3 }, () => ['UNAUTHENTICATED', false]))
  })

  it('and who may not see it without one, is gone for good', async () => {
    const losses = following()
    figures()
    endpoint.refuse('UNAUTHENTICATED')
    await goOn()
    endpoint.refuse('UNAUTHENTICATED')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(endpoint.subscriptions).toHaveLength(2)
    expect(losses).toEqual([
      ['UNAUTHENTICATED', false],
      ['UNAUTHENTICATED', true],
    ])
  })

  it('is gone for good also among others, whose new sockets end it meanwhile', async () => {
    const all = [following(), following(), following()]
    for (let asked = 0; asked < 20; asked++) {
      for (const one of endpoint.live) {
        if (one.ended) continue
        one.ended = true
        one.sink.error([{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] as never)
        await vi.advanceTimersByTimeAsync(0)
      }
      await goOn()
    }
    expect(endpoint.live).toEqual([])
    expect(all.map((losses) => losses.at(-1))).toEqual(Array.from(all, () => ['UNAUTHENTICATED', true]))
  })

  it('was one that may not see it: that is for good at once', async () => {
    const losses = following()
    endpoint.refuse('FORBIDDEN')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(losses).toEqual([['FORBIDDEN', true]])
  })
})
