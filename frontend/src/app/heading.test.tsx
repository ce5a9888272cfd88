import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { App } from './App'

const chunk = vi.hoisted(() => {
  const arrived = new AbortController()
  return { arrived, there: new Promise((resolve) => arrived.signal.addEventListener('abort', resolve)) }
})
vi.mock('../background/BackgroundPage', async () => {
  await chunk.there
  const { Page } = await import('./Page')
  return {
    default: () => (
      <Page title="Background" lead="">
        {null}
      </Page>
    ),
  }
})

const inFocus = () => document.activeElement?.tagName === 'H1' && document.activeElement.textContent
/** As a click or the Enter key does: the link has the focus then. */
const turnTo = (name: RegExp) => {
  const link = screen.getByRole('link', { name })
  link.focus()
  fireEvent.click(link)
}

it('has the focus when the reader turned to another screen, however long that takes to come, and not on the first one', async () => {
  const endpoint = new FakeEndpoint()
  endpoint.answer(() => ({ data: { me: null } }))
  history.replaceState(null, '', '/client')
  await act(async () => render(<App endpoint={endpoint.asEndpoint()} />))
  expect(inFocus()).toBe(false)
  turnTo(/employee/)
  expect(inFocus()).toBe('Bank employee')
  turnTo(/Background/)
  expect(inFocus()).toBe(false)
  await act(async () => chunk.arrived.abort())
  await screen.findByRole('heading', { name: 'Background' })
  expect(inFocus()).toBe('Background')
})
