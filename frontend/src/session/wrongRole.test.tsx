import { Theme } from '@radix-ui/themes'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { WhoIsInFragment } from '#generated/graphql'
import ClientPage from '../client/ClientPage'
import EmployeePage from '../employee/EmployeePage'
import { SessionContext, type SessionControl } from './SessionContext'

const CLIENT: WhoIsInFragment = { username: 'somebody', iban: 'NL66OPEN0000000000', token: '12345678901234567890', employee: false }
const EMPLOYEE: WhoIsInFragment = { username: 'somebody', iban: null, token: null, employee: true }

it.each([
  ['an employee at the client\'s', ClientPage, EMPLOYEE],
  ['a client at the employee\'s', EmployeePage, CLIENT],
])('%s screen is told why there is no logging out', async (_, Screen, viewer) => {
  const control: SessionControl = {
    session: { phase: 'known', viewer },
    login: async () => null,
    logout: async () => 'The bank cannot be reached.',
    refresh: () => undefined,
  }
  render(
    <Theme>
      <SessionContext value={control}>
        <Screen />
      </SessionContext>
    </Theme>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Log out' }))
  expect((await screen.findByRole('alert')).textContent).toBe('The bank cannot be reached.')
})
