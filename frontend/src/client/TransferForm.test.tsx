import { Theme } from '@radix-ui/themes'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { EndpointContext } from '../endpoint/EndpointContext'
import { FakeEndpoint } from '../testing/fakeEndpoint'
import { TransferForm } from './TransferForm'

const CONFIRMED = { data: { confirm_money_transfer: { __typename: 'MoneyTransferConfirmed' } } }
const unreachable = { error: { graphQLErrors: [] } }
const refused = (code: string) => ({ error: { graphQLErrors: [{ message: `refused: ${code}`, extensions: { code } }] } })
const failed = (reason: string) => ({ data: { confirm_money_transfer: { __typename: 'MoneyTransferFailed', reason } } })

let endpoint: FakeEndpoint
/** Answers one after another; the last one again and again. */
const answerInTurn = (...given: unknown[]) => {
  const rest = [...given]
  endpoint.answer(() => (rest.length > 1 ? rest.shift() : rest[0]) as object)
}
const ids = () => new Set(commands().map(({ id }) => id))
const unknown = () => screen.findByText(/it is not known whether €12,34 was moved/, undefined, { timeout: 5000 })
const commands = () => endpoint.asked.map(({ variables }) => variables['command'] as Record<string, unknown>)
const button = () => screen.getByRole<HTMLButtonElement>('button', { name: /Transfer/ })
const isOffered = () => button().getAttribute('aria-disabled') === 'false'

const show = () =>
  render(
    <Theme>
      <EndpointContext value={endpoint.asEndpoint()}>
        <TransferForm iban="NL66OPEN0000000000" token="12345678901234567890" />
      </EndpointContext>
    </Theme>,
  )
/** As when the page is loaded anew, or another screen was visited. */
const comeBack = () => {
  cleanup()
  show()
}

beforeEach(() => {
  endpoint = new FakeEndpoint()
  show()
})

async function fill({ amount = '12,34', to = 'somebody', description = 'coffee' } = {}) {
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Amount'), amount)
  await user.type(screen.getByLabelText('To'), to)
  await user.type(screen.getByLabelText('Description'), description)
}

const sent = () => endpoint.live.map(({ variables }) => variables['command'] as { id: string })
const transferOverSocket = async () => {
  await fill()
  act(() => endpoint.connect())
  fireEvent.click(button())
  await waitFor(() => expect(sent()).toHaveLength(1))
}

describe('the transfer form, while the socket is open', () => {
  it('sends over it, and shows the reply', async () => {
    await transferOverSocket()
    act(() => endpoint.live[0]?.sink.next(CONFIRMED))
    await screen.findByText('€12,34 went to somebody.')
    expect(endpoint.asked).toEqual([])
  })

  it('sends the same id over HTTP where the socket was lost before the reply', async () => {
    endpoint.answer(() => CONFIRMED)
    await transferOverSocket()
    const [{ id } = { id: '' }] = sent()
    act(() => endpoint.cut())
    await screen.findByText('€12,34 went to somebody.')
    expect(commands()).toMatchObject([{ id }])
  })

  it('does the same where it ended without a reply, and knows of the doubt', async () => {
    endpoint.answer(() => refused('BUSY'))
    await transferOverSocket()
    act(() => endpoint.live[0]?.sink.complete())
    await unknown()
    expect(ids()).toHaveProperty('size', 1)
  })

  it('takes a refusal for what it is', async () => {
    await transferOverSocket()
    act(() => endpoint.live[0]?.sink.error([{ message: 'not so fast', extensions: { code: 'TOO_MANY' } }] as unknown as Error))
    await screen.findByText(/asked too much/)
    expect(endpoint.asked).toEqual([])
  })
})

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
    expect(isOffered()).toBe(false)
  })

  it('sends one command at a double click', async () => {
    const answers: ((value: typeof CONFIRMED) => void)[] = []
    endpoint.answer(() => new Promise((resolve) => answers.push(resolve)))
    await fill()
    const form = button()
    fireEvent.click(form)
    fireEvent.click(form)
    expect(isOffered()).toBe(false)
    fireEvent.click(form)
    for (const answer of answers) answer(CONFIRMED)
    await screen.findByText(/went to/)
    expect(commands()).toHaveLength(1)
  })

  it('keeps the focus on its button, from the press until after the reply', async () => {
    const replies: ((value: typeof CONFIRMED) => void)[] = []
    endpoint.answer(() => new Promise((resolve) => replies.push(resolve)))
    await fill()
    const form = button()
    form.focus()
    fireEvent.click(form)
    await waitFor(() => expect(isOffered()).toBe(false))
    expect(form.disabled).toBe(false)
    replies[0]?.(CONFIRMED)
    await screen.findByText(/went to/)
    expect(form.disabled).toBe(false)
    expect(document.activeElement).toBe(form)
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

  it.each(['Ask again', 'Leave it'])(
    'keeps the keyboard at its place when the button that was pressed goes: %s',
    async (name) => {
      endpoint.answer(() => ({ error: { graphQLErrors: [] } }))
      await fill()
      fireEvent.click(button())
      const pressed = await screen.findByRole('button', { name }, { timeout: 5000 })
      pressed.focus()
      fireEvent.click(pressed)
      await waitFor(() => expect(pressed.isConnected).toBe(false))
      expect(document.activeElement?.className).toBe('outcome')
    },
    10_000,
  )

  it('moves once where the first try is still under way when the second comes', async () => {
    answerInTurn(unreachable, refused('CONFLICT'), CONFIRMED)
    await fill()
    fireEvent.click(button())
    await screen.findByText(/went to/, undefined, { timeout: 5000 })
    expect(commands()).toHaveLength(3)
    expect(ids().size).toBe(1)
  }, 10_000)

  it('takes a conflict for a transfer that is under way, also at the first try', async () => {
    answerInTurn(refused('CONFLICT'), CONFIRMED)
    await fill()
    fireEvent.click(button())
    await screen.findByText(/went to/, undefined, { timeout: 5000 })
    expect(ids().size).toBe(1)
  }, 10_000)

  it.each(['BUSY', 'UNAUTHENTICATED'])(
    'does not take %s for an answer once the money may have moved, also when asked again',
    async (code) => {
      answerInTurn(unreachable, refused(code))
      await fill()
      fireEvent.click(button())
      await unknown()
      let before = commands().length
      fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
      await waitFor(() => expect(commands().length).toBeGreaterThan(before))
      await unknown()
      before = commands().length
      answerInTurn(CONFIRMED)
      fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
      await screen.findByText(/went to/)
      expect(commands()).toHaveLength(before + 1)
      expect(ids().size).toBe(1)
    },
    10_000,
  )

  it('keeps the id of a transfer that was left, as long as the form is the same', async () => {
    answerInTurn(unreachable)
    await fill()
    fireEvent.click(button())
    await unknown()
    fireEvent.click(screen.getByRole('button', { name: 'Leave it' }))
    // Not a word of "no money was moved" here, either: the try before may have moved it.
    answerInTurn(refused('BUSY'))
    fireEvent.click(button())
    await unknown()
    fireEvent.click(screen.getByRole('button', { name: 'Leave it' }))
    answerInTurn(CONFIRMED)
    fireEvent.click(button())
    await screen.findByText(/went to/)
    expect(ids().size).toBe(1)
  }, 10_000)

  it('sends a new id after a transfer that was left and changed', async () => {
    answerInTurn(unreachable)
    await fill()
    fireEvent.click(button())
    await unknown()
    fireEvent.click(screen.getByRole('button', { name: 'Leave it' }))
    await userEvent.setup().type(screen.getByLabelText('Description'), ' and cake')
    answerInTurn(CONFIRMED)
    fireEvent.click(button())
    await screen.findByText(/went to/)
    expect(ids().size).toBe(2)
    expect(commands().at(-1)).toMatchObject({ description: 'coffee and cake' })
  }, 10_000)

  it('comes back with a transfer whose outcome is unknown, and asks again under its id', async () => {
    answerInTurn(unreachable)
    await fill()
    fireEvent.click(button())
    await unknown()
    comeBack()
    await unknown()
    expect(screen.getByLabelText<HTMLInputElement>('To').value).toBe('somebody')
    expect(isOffered()).toBe(false)
    answerInTurn(CONFIRMED)
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
    await screen.findByText('€12,34 went to somebody.')
    expect(commands().at(-1)).toEqual(commands()[0])
    comeBack()
    expect(screen.getByLabelText<HTMLInputElement>('To').value).toBe('')
  }, 10_000)

  it('comes back with one that was left while it was sent', async () => {
    endpoint.answer(() => new Promise(() => undefined))
    await fill()
    fireEvent.click(button())
    comeBack()
    await screen.findByText(/This page was left before the bank answered. So it is not known/)
    answerInTurn(CONFIRMED)
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
    await screen.findByText(/went to/)
    expect(ids().size).toBe(1)
  })

  it('is blank where the answer came after the page was left', async () => {
    const answers: ((value: typeof CONFIRMED) => void)[] = []
    endpoint.answer(() => new Promise((resolve) => answers.push(resolve)))
    await fill()
    fireEvent.click(button())
    cleanup()
    for (const answer of answers) answer(CONFIRMED)
    await waitFor(() => expect(sessionStorage).toHaveLength(0))
    show()
    expect(screen.getByLabelText<HTMLInputElement>('To').value).toBe('')
  })

  it('has the same id for what says the same, also when it was left and the page loaded anew', async () => {
    answerInTurn(unreachable)
    await fill()
    fireEvent.click(button())
    await unknown()
    comeBack()
    fireEvent.click(screen.getByRole('button', { name: 'Leave it' }))
    const user = userEvent.setup()
    await user.type(screen.getByLabelText('Description'), ' ')
    await user.type(screen.getByLabelText('Description'), '{Backspace}')
    answerInTurn(CONFIRMED)
    fireEvent.click(button())
    await screen.findByText(/went to/)
    expect(ids().size).toBe(1)
  }, 10_000)

  it.each(['BUSY', 'TOO_MANY', 'INVALID_INPUT', 'UNSENDABLE'])('says at once that a first try was refused as %s, and keeps its id', async (code) => {
    answerInTurn(refused(code))
    await fill()
    fireEvent.click(button())
    await screen.findByText(/No money was moved/)
    expect(commands()).toHaveLength(1)
    answerInTurn(CONFIRMED)
    fireEvent.click(button())
    await screen.findByText(/went to/)
    expect(ids().size).toBe(1)
  })

  it.each(['UNAVAILABLE', 'TIMEOUT', 'INTERNAL', 'SOMETHING_NEW'])('does not know what became of it after %s, which says nothing of that', async (code) => {
    answerInTurn(refused(code))
    await fill()
    fireEvent.click(button())
    await unknown()
    expect(ids().size).toBe(1)
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
    expect(isOffered()).toBe(false)
    fireEvent.click(button())
    expect(endpoint.asked).toEqual([])
  })
})
