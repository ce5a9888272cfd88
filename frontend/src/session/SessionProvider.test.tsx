import { Theme } from '@radix-ui/themes'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { OpenTransfers } from '../client/openTransfers'
import { EndpointContext } from '../endpoint/EndpointContext'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { LogoutButton } from './LogoutButton'
import { SessionGate } from './SessionGate'
import { SessionProvider } from './SessionProvider'

const IBAN = 'NL66OPEN0000000000'
const VIEWER = { username: 'somebody', iban: IBAN, token: '12345678901234567890', employee: false }

it('leaves nothing of open transfers behind when somebody logs out, and keeps them when that failed', async () => {
  const endpoint = new FakeEndpoint()
  endpoint.answer(() => ({ data: { me: VIEWER } }))
  const open = new OpenTransfers(IBAN)
  open.keep({ id: 'one', token: VIEWER.token, amount: 1234, from: IBAN, to: 'somebody', description: 'coffee' }, 'The bank cannot be reached.')
  render(
    <Theme>
      <EndpointContext value={endpoint.asEndpoint()}>
        <SessionProvider>
          <SessionGate>{(viewer) => (viewer ? <LogoutButton /> : 'nobody is in')}</SessionGate>
        </SessionProvider>
      </EndpointContext>
    </Theme>,
  )
  await screen.findByRole('button', { name: 'Log out' })
  endpoint.answer(() => ({ error: { graphQLErrors: [] } }))
  fireEvent.click(screen.getByRole('button', { name: 'Log out' }))
  await screen.findByRole('alert')
  expect(open.last(() => true)?.id).toBe('one')
  endpoint.answer(() => ({ data: { logout: true } }))
  fireEvent.click(screen.getByRole('button', { name: 'Log out' }))
  await screen.findByText('nobody is in')
  expect(open.last(() => true)).toBeNull()
})
