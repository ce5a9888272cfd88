import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { EndpointContext } from '../endpoint/EndpointContext'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { SessionContext } from '../session/SessionContext'
import { useFigures } from './useFigures'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const figuresOf = (events: number) => ({
  data: {
    bank_figures: { accounts: 1, transactions: `${events}`, transactions_per_second: events, topics: [{ name: 'heartbeat', events: `${events}`, events_per_second: 1 }] },
  },
})

const refresh = vi.fn<() => void>()
const SESSION = { session: { phase: 'loading' }, login: async () => null, logout: async () => null, refresh } as const

function shown() {
  const endpoint = new FakeEndpoint()
  const socket = endpoint.asEndpoint()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <EndpointContext value={socket}>
      <SessionContext value={SESSION}>{children}</SessionContext>
    </EndpointContext>
  )
  const { result } = renderHook(useFigures, { wrapper })
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

it('ask who is in when their login ended, whichever stream was told first, and go on without it', async () => {
  const { endpoint, come } = shown()
  await come(0, 10)
  await act(async () => endpoint.refuse('UNAUTHENTICATED'))
  expect(await come(1000, 11)).toMatchObject({ minute: [10, 11] })
  expect(refresh).toHaveBeenCalledTimes(1)
})
