import { Theme } from '@radix-ui/themes'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { EndpointContext } from '../endpoint/EndpointContext'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { Deposits } from './Deposits'

const CONFIRMED = { data: { confirm_money_transfer: { __typename: 'MoneyTransferConfirmed' } } }
const UNREACHABLE = { error: { graphQLErrors: [] } }
const BUSY = { error: { graphQLErrors: [{ message: 'busy', extensions: { code: 'BUSY' } }] } }

let endpoint: FakeEndpoint
const ids = () => endpoint.asked.map(({ variables }) => (variables['command'] as { id: string }).id)
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const cameIn = (amount: string) => screen.findByText(`${amount} came in.`)
const unknown = () => screen.findByText(/it is not known whether/, undefined, { timeout: 5000 })

const show = () =>
  render(
    <Theme>
      <EndpointContext value={endpoint.asEndpoint()}>
        <Deposits iban="NL66OPEN0000000000" />
      </EndpointContext>
    </Theme>,
  )

beforeEach(() => {
  endpoint = new FakeEndpoint()
  show()
})

describe('deposits', () => {
  it('are one for each click', async () => {
    endpoint.answer(() => CONFIRMED)
    press('€10')
    await cameIn('€10,00')
    press('€10')
    await waitFor(() => expect(ids()).toHaveLength(2))
    await cameIn('€10,00')
    expect(new Set(ids()).size).toBe(2)
  })

  it('come in once where no answer came, whatever is clicked', async () => {
    endpoint.answer(() => UNREACHABLE)
    press('€10')
    await unknown()
    const tries = ids().length
    press('€10')
    press('€20')
    expect(ids()).toHaveLength(tries)
    endpoint.answer(() => BUSY)
    press('Ask again')
    await waitFor(() => expect(ids().length).toBeGreaterThan(tries))
    await unknown()
    press('Leave it')
    endpoint.answer(() => CONFIRMED)
    press('€10')
    await cameIn('€10,00')
    expect(new Set(ids()).size).toBe(1)
    press('€10')
    await waitFor(() => expect(new Set(ids()).size).toBe(2))
  }, 10_000)

  it('come in once, also when the page is loaded anew meanwhile', async () => {
    endpoint.answer(() => UNREACHABLE)
    press('€10')
    await unknown()
    cleanup()
    show()
    await unknown()
    endpoint.answer(() => CONFIRMED)
    press('Ask again')
    await cameIn('€10,00')
    expect(new Set(ids()).size).toBe(1)
    cleanup()
    show()
    press('€10')
    await cameIn('€10,00')
    expect(new Set(ids()).size).toBe(2)
  }, 10_000)

  it('of another amount are others', async () => {
    endpoint.answer(() => UNREACHABLE)
    press('€10')
    await unknown()
    press('Leave it')
    endpoint.answer(() => CONFIRMED)
    press('€20')
    await cameIn('€20,00')
    expect(new Set(ids()).size).toBe(2)
    press('€10')
    await cameIn('€10,00')
    expect(new Set(ids()).size).toBe(2)
  }, 10_000)
})
