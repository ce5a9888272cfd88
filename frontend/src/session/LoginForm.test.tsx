import { Theme } from '@radix-ui/themes'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { LoginForm } from './LoginForm'
import { SessionContext } from './SessionContext'

it('keeps the focus on its button while it waits, and logs in once', async () => {
  const answers: ((reason: string) => void)[] = []
  const login = () => new Promise<string>((resolve) => void answers.push(resolve))
  render(
    <Theme>
      <SessionContext value={{ session: { phase: 'known', viewer: null }, login, logout: async () => null, refresh: () => undefined }}>
        <LoginForm entrance="client" title="Log in">
          A name and a password
        </LoginForm>
      </SessionContext>
    </Theme>,
  )
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'somebody' } })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'a password' } })
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Log in' })
  button.focus()
  fireEvent.click(button)
  expect(button.disabled).toBe(false)
  expect(button.getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(button)
  expect(answers).toHaveLength(1)
  answers[0]?.('incorrect password')
  await screen.findByText('Incorrect password.')
  expect(button.getAttribute('aria-disabled')).toBe('false')
  expect(document.activeElement).toBe(button)
})
