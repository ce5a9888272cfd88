import { Theme } from '@radix-ui/themes'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { EndpointContext } from '../endpoint/EndpointContext'
import { SessionContext } from '../session/SessionContext'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { NewestShown, NewestShownContext } from '../transactions/NewestShown'
import { TransactionPanel } from '../transactions/TransactionPanel'
import { Deposits } from './Deposits'

/** Each pause of the page, which lasts until the test ends it. */
const pauses: { readonly ms: number; readonly end: () => void }[] = []
vi.mock('../endpoint/backoff', async (original) => ({
  ...(await original<object>()),
  pause: (ms: number) => new Promise<void>((end) => pauses.push({ ms, end })),
}))

const IBAN = 'NL66OPEN0000000000'
const SESSION = { session: { phase: 'loading' }, login: async () => null, logout: async () => null, refresh: () => {} } as const
const row = (id: number) => ({ data: { stream_transactions: { id, iban: IBAN, changed_by: '€10,00' } } })
let endpoint: FakeEndpoint
let reply: (kind: string) => void
const note = () => screen.queryByText(/came in|No money was moved/)
const arrive = (id: number) => act(async () => endpoint.live[0]?.sink.next(row(id)))

async function clickDeposit() {
  pauses.length = 0
  endpoint = new FakeEndpoint()
  const replied = new Promise<object>((resolve) => {
    reply = (kind) => resolve({ data: { confirm_money_transfer: { __typename: kind, reason: 'insufficient funds' } } })
  })
  endpoint.answer((variables) => ('command' in variables ? replied : { data: { transactions_by_iban: [] } }))
  render(
    <Theme>
      <EndpointContext value={endpoint.asEndpoint()}>
        <SessionContext value={SESSION}>
          <NewestShownContext value={new NewestShown()}>
            <Deposits iban={IBAN} />
            <TransactionPanel account={IBAN} title="Transactions" empty="none" />
          </NewestShownContext>
        </SessionContext>
      </EndpointContext>
    </Theme>,
  )
  await waitFor(() => expect(endpoint.live).toHaveLength(1))
  fireEvent.click(screen.getByRole('button', { name: '€10' }))
}
beforeEach(clickDeposit)

describe('the reply to a transfer', () => {
  it('is drawn as soon as a new row is on the screen', async () => {
    await act(async () => reply('MoneyTransferConfirmed'))
    await waitFor(() => expect(pauses).toHaveLength(1))
    expect(note()).toBeNull()
    await arrive(8)
    expect(document.querySelector('[data-id="8"]')).toBeTruthy()
    await waitFor(() => expect(note()).toBeTruthy())
  })

  it('is drawn at once where the row was there first', async () => {
    await arrive(8)
    // The frame that paints the row, and the task after it.
    await act(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))))
    await act(async () => reply('MoneyTransferConfirmed'))
    await waitFor(() => expect(note()).toBeTruthy())
    expect(pauses).toEqual([])
  })

  it('is drawn after 30 ms where no row comes', async () => {
    await act(async () => reply('MoneyTransferConfirmed'))
    await waitFor(() => expect(pauses.map(({ ms }) => ms)).toEqual([30]))
    expect(note()).toBeNull()
    await act(async () => pauses[0]?.end())
    await waitFor(() => expect(note()).toBeTruthy())
  })

  it('is drawn at once where no money was moved', async () => {
    await act(async () => reply('MoneyTransferFailed'))
    await waitFor(() => expect(note()).toBeTruthy())
    expect(pauses).toEqual([])
  })
})
