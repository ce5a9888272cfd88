import { Theme } from '@radix-ui/themes'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import ClientPage from '../client/ClientPage'
import { EndpointContext } from '../endpoint/EndpointContext'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { SessionProvider } from './SessionProvider'

const viewer = (username: string, iban: string) => ({ username, iban, token: '12345678901234567890', employee: false })
const ONE = viewer('somebody', 'NL80OPEN0123456789')
const OTHER = viewer('another one', 'NL48OPEN0999999999')

let endpoint: FakeEndpoint
/** Who is logged in by the browser's cookie, which another tab may change. */
let cookie: typeof ONE | null

async function arrive() {
  endpoint = new FakeEndpoint()
  cookie = ONE
  endpoint.answer(({ account }) => {
    if (account === undefined) return { data: { me: cookie } }
    if (account === cookie?.iban) return { data: { transactions_by_iban: [{ id: 1, iban: account, new_balance: `of ${cookie.username}` }] } }
    return { error: { graphQLErrors: [{ message: 'no', extensions: { code: cookie ? 'FORBIDDEN' : 'UNAUTHENTICATED' } }] } }
  })
  render(
    <Theme>
      <EndpointContext value={endpoint.asEndpoint()}>
        <SessionProvider>
          <ClientPage />
        </SessionProvider>
      </EndpointContext>
    </Theme>,
  )
  await screen.findByText('of somebody', { selector: '#balance' })
  act(() => endpoint.connect())
}
beforeEach(arrive)

const balance = () => document.querySelector('#balance')?.textContent

describe('the page of a client', () => {
  it('is that of who was logged in in another tab, as soon as the bank says that it is somebody else', async () => {
    cookie = OTHER
    fireEvent.click(screen.getByRole('radio', { name: '25' }))
    await waitFor(() => expect(balance()).toBe('of another one'))
    expect(endpoint.renewed).toBe(1)
    expect(new Set(endpoint.live.map(({ variables }) => variables['account']))).toEqual(new Set([OTHER.iban]))
  })

  it('asks for the login where that ended in another tab', async () => {
    cookie = null
    await act(async () => endpoint.refuse('UNAUTHENTICATED'))
    await screen.findByRole('button', { name: 'Log in' })
    expect(endpoint.live).toEqual([])
  })

  it('goes on where it ended, and the same one was logged in again', async () => {
    await act(async () => endpoint.refuse('UNAUTHENTICATED'))
    await waitFor(() => expect(endpoint.live).toHaveLength(2))
    act(() => endpoint.connect())
    expect(balance()).toBe('of somebody')
    expect(document.querySelector('.transaction-panel')?.getAttribute('data-phase')).toBe('live')
  })
})
