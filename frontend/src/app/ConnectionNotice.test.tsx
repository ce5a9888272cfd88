import { act, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { EndpointContext } from '../endpoint/EndpointContext'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { ConnectionNotice } from './ConnectionNotice'

let endpoint: FakeEndpoint
const said = () => screen.getByRole('status').textContent
const network = (there: boolean) => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(there)
  act(() => void dispatchEvent(new Event(there ? 'online' : 'offline')))
}

beforeEach(() => {
  endpoint = new FakeEndpoint()
  render(
    <EndpointContext value={endpoint.asEndpoint()}>
      <ConnectionNotice />
    </EndpointContext>,
  )
  act(() => endpoint.connect())
})

describe('the notice', () => {
  it('says nothing of a network that is gone while the bank is there, as one on the same machine is', () => {
    network(false)
    expect(said()).toBe('')
  })

  it('says that the connection is lost, and why where the browser knows', () => {
    act(() => endpoint.cut())
    expect(said()).toContain('The connection to the bank is lost')
    network(false)
    expect(said()).toContain('You are offline')
    network(true)
    act(() => endpoint.connect())
    expect(said()).toBe('')
  })
})
