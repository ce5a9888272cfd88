import { Theme } from '@radix-ui/themes'
import { Client, fetchExchange } from '@urql/core'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Provider } from 'urql'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionContext } from '../session/SessionContext'
import { AccountPages } from './AccountPages'

let answer: (variables: { after: string | null }) => object
const refresh = vi.fn<() => void>()

beforeEach(() => {
  refresh.mockReset()
})

function show(): void {
  const client = new Client({
    url: 'http://bank/graphql',
    exchanges: [fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetch: async (_, init) => Response.json(answer((JSON.parse(String(init?.body)) as { variables: { after: string | null } }).variables)),
  })
  const session = { session: { phase: 'loading' }, login: async () => null, logout: async () => null, refresh } as const
  render(
    <Theme>
      <SessionContext value={session}>
        <Provider value={client}>
          <AccountPages followed={null} onFollow={() => undefined} />
        </Provider>
      </SessionContext>
    </Theme>,
  )
}

const refused = (code: string) => () => ({ errors: [{ message: 'no', extensions: { code } }] })
const page = (iban: string, next: string | null) => ({ data: { accounts: { items: [{ id: 1, iban, new_balance: '€0,00' }], next, total: 2 } } })
const isOffered = (button: HTMLButtonElement) => button.getAttribute('aria-disabled') === 'false'
const turnTo = (name: string) => {
  const button = screen.getByRole<HTMLButtonElement>('button', { name })
  button.focus()
  fireEvent.click(button)
  return button
}

describe('the pages of accounts', () => {
  it.each(['UNAUTHENTICATED', 'FORBIDDEN'])('ask who is logged in where the login is not what it was (%s)', async (code) => {
    answer = refused(code)
    show()
    await waitFor(() => expect(refresh).toHaveBeenCalledTimes(1))
  })

  it('do not where the bank is busy', async () => {
    answer = refused('BUSY')
    show()
    await screen.findByRole('button', { name: 'Try again' })
    expect(refresh).not.toHaveBeenCalled()
  })

  it('turn by buttons that keep the focus while a page comes, and at the first and the last one', async () => {
    answer = ({ after }) => (after === null ? page('first', 'first') : page('second', null))
    show()
    await screen.findByText('first')
    const next = turnTo('Next')
    expect(next.disabled).toBe(false)
    await screen.findByText('second')
    expect(isOffered(next)).toBe(false)
    fireEvent.click(next)
    const previous = turnTo('Previous')
    await screen.findByText('first')
    expect(isOffered(previous)).toBe(false)
    expect([next.disabled, previous.disabled]).toEqual([false, false])
    fireEvent.click(previous)
    expect(screen.getByText('first')).toBeTruthy()
    expect(document.activeElement).toBe(previous)
  })
})
