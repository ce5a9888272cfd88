import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { App } from './App'

// As a chunk that is gone after an update of the bank.
vi.mock('../background/BackgroundPage', () => ({
  default: () => {
    throw new Error('the chunk is gone')
  },
}))

it('shows the other screens after one has failed', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const endpoint = new FakeEndpoint()
  endpoint.answer(() => ({ data: { me: null } }))
  history.replaceState(null, '', '/background')
  await act(async () => render(<App endpoint={endpoint.asEndpoint()} />))
  expect((await screen.findByRole('alert')).textContent).toContain('This screen failed: the chunk is gone')
  fireEvent.click(screen.getByRole('link', { name: /Client/ }))
  await screen.findByRole('heading', { name: 'Client' })
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.click(screen.getByRole('link', { name: /Background/ }))
  expect((await screen.findByRole('alert')).textContent).toContain('This screen failed')
})
