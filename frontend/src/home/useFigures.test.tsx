import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { EndpointContext } from '../endpoint/EndpointContext'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { useFigures } from './useFigures'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const figuresOf = (events: number) => ({
  data: {
    bank_figures: { accounts: 1, transactions: `${events}`, transactions_per_second: events, topics: [{ name: 'heartbeat', events: `${events}`, events_per_second: 1 }] },
  },
})

function shown() {
  const endpoint = new FakeEndpoint()
  const socket = endpoint.asEndpoint()
  const { result } = renderHook(useFigures, { wrapper: ({ children }: { children: ReactNode }) => <EndpointContext value={socket}>{children}</EndpointContext> })
  act(() => endpoint.connect())
  const come = async (afterMs: number, events: number) => {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(afterMs)
      endpoint.connect()
      endpoint.live[0]?.sink.next(figuresOf(events))
    })
    const { minute, activity } = result.current.figures ?? {}
    return { minute, arrived: activity?.get('heartbeat')?.history }
  }
  return { endpoint, come }
}

it('are joined while they come once a second, also over a short loss', async () => {
  const { endpoint, come } = shown()
  await come(0, 10)
  await come(1000, 11)
  endpoint.cut()
  expect(await come(3000, 14)).toEqual({ minute: [10, 11, 14], arrived: [0, 1, 3] })
})

it('begin anew after a pause, of which nobody knows how much happened when', async () => {
  const { endpoint, come } = shown()
  await come(0, 10)
  await come(1000, 11)
  endpoint.cut()
  expect(await come(300_000, 5000)).toEqual({ minute: [5000], arrived: [0] })
  expect(await come(1000, 5002)).toEqual({ minute: [5000, 5002], arrived: [0, 2] })
})
