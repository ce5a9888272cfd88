import { Theme } from '@radix-ui/themes'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { EndpointContext } from '../endpoint/EndpointContext'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { TransferForm } from './TransferForm'

const CONFIRMED = { data: { confirm_money_transfer: { __typename: 'MoneyTransferConfirmed' } } }
const failed = (reason: string) => ({ data: { confirm_money_transfer: { __typename: 'MoneyTransferFailed', reason } } })

let endpoint: FakeEndpoint
const commands = () => endpoint.asked.map(({ variables }) => variables['command'] as Record<string, unknown>)
const button = () => screen.getByRole<HTMLButtonElement>('button', { name: /Transfer/ })

beforeEach(() => {
  endpoint = new FakeEndpoint()
  render(
    <Theme>
      <EndpointContext value={endpoint.asEndpoint()}>
        <TransferForm iban="NL66OPEN0000000000" token="12345678901234567890" />
      </EndpointContext>
    </Theme>,
  )
})

async function fill({ amount = '12,34', to = 'somebody', description = 'coffee' } = {}) {
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Amount'), amount)
  await user.type(screen.getByLabelText('To'), to)
  await user.type(screen.getByLabelText('Description'), description)
}

describe('the transfer form', () => {
  it('sends what is filled in, and is blank after the money moved', async () => {
    endpoint.answer(() => CONFIRMED)
    await fill()
    fireEvent.click(button())
    await screen.findByText('€12,34 went to somebody.')
    expect(commands()).toMatchObject([
      { token: '12345678901234567890', amount: 1234, from: 'NL66OPEN0000000000', to: 'somebody', description: 'coffee' },
    ])
    expect(screen.getByLabelText<HTMLInputElement>('Amount').value).toBe('')
    expect(button().disabled).toBe(true)
  })

  it('sends one command at a double click', async () => {
    const answers: ((value: typeof CONFIRMED) => void)[] = []
    endpoint.answer(() => new Promise((resolve) => answers.push(resolve)))
    await fill()
    const form = button()
    fireEvent.click(form)
    fireEvent.click(form)
    expect(button().disabled).toBe(true)
    for (const answer of answers) answer(CONFIRMED)
    await screen.findByText(/went to/)
    expect(commands()).toHaveLength(1)
  })

  it('sends the same id again where no answer came, and does not pretend to know', async () => {
    endpoint.answer(() => ({ error: { graphQLErrors: [] } }))
    await fill()
    fireEvent.click(button())
    await screen.findByText(/it is not known whether €12,34 was moved/, undefined, { timeout: 5000 })
    const before = commands().length
    expect(before).toBeGreaterThan(1)
    endpoint.answer(() => CONFIRMED)
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
    await screen.findByText(/went to/)
    expect(new Set(commands().map(({ id }) => id)).size).toBe(1)
  }, 10_000)

  it('shows the reason of a refusal, keeps what was filled in, and sends a new id after it', async () => {
    endpoint.answer(() => failed('insufficient funds'))
    await fill()
    fireEvent.click(button())
    await screen.findByText('No money was moved: insufficient funds.')
    expect(screen.getByLabelText<HTMLInputElement>('Amount').value).toBe('12,34')
    fireEvent.click(button())
    await waitFor(() => expect(commands()).toHaveLength(2))
    expect(commands()[0]?.['id']).not.toBe(commands()[1]?.['id'])
  })

  it.each([
    { amount: '0' },
    { amount: '2147483648' },
    { amount: 'much' },
    { to: 'shortie' },
    { description: ' ' },
  ])('cannot be sent with %o', async (filled) => {
    await fill(filled)
    expect(button().disabled).toBe(true)
  })
})
