import { Button, Callout, Card, Flex, Heading, Text, TextField } from '@radix-ui/themes'
import { ExclamationTriangleIcon } from '@radix-ui/react-icons'
import { useId, useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react'
import { asDisabled } from '../app/asDisabled'
import { useSession, type Role } from './SessionContext'

/** As the endpoint has it, which checks it again. */
const SHORTEST = 8

const tooShort = (text: string) => [...text].length < SHORTEST

interface Props {
  readonly entrance: Role
  readonly title: string
  readonly children: ReactNode
}

export function LoginForm({ entrance, title, children }: Props) {
  const { login } = useSession()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const usernameField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setTried(true)
    setRefused(null)
    if (tooShort(username)) return usernameField.current?.focus()
    if (tooShort(password)) return passwordField.current?.focus()
    setBusy(true)
    const reason = await login(entrance, username, password)
    setBusy(false)
    setRefused(reason)
  }

  return (
    <Card size={{ initial: '3', sm: '4' }} className="narrow">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Flex direction="column" gap="4">
          <Heading as="h2" size="5">
            {title}
          </Heading>
          <Text as="p" size="2" color="gray">
            {children}
          </Text>
          <LoginField id="username" label="Name" value={username} onChange={setUsername} wrong={tried && tooShort(username)} field={usernameField} />
          <LoginField id="password" label="Password" value={password} onChange={setPassword} wrong={tried && tooShort(password)} field={passwordField} />
          {refused !== null && (
            <Callout.Root color="red" role="alert" id="login-refused">
              <Callout.Icon>
                <ExclamationTriangleIcon />
              </Callout.Icon>
              <Callout.Text>{sentence(refused)}</Callout.Text>
            </Callout.Root>
          )}
          <Button type="submit" id="login" size="3" {...asDisabled(busy)} loading={busy}>
            Log in
          </Button>
        </Flex>
      </form>
    </Card>
  )
}

interface FieldProps {
  readonly id: 'username' | 'password'
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly wrong: boolean
  readonly field: RefObject<HTMLInputElement | null>
}

function LoginField({ id, label, value, onChange, wrong, field }: FieldProps) {
  const hint = useId()
  const secret = id === 'password'
  return (
    <Flex direction="column" gap="1">
      <Text as="label" size="2" weight="medium" htmlFor={id}>
        {label}
      </Text>
      <TextField.Root
        ref={field}
        id={id}
        name={id}
        size="3"
        type={secret ? 'password' : 'text'}
        autoComplete={secret ? 'current-password' : 'username'}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={hint}
        aria-invalid={wrong}
        color={wrong ? 'red' : undefined}
      />
      <Text id={hint} size="1" color={wrong ? 'red' : 'gray'}>
        {SHORTEST} characters or more
      </Text>
    </Flex>
  )
}

/** The bank's reasons are written in lower case. */
function sentence(reason: string): string {
  const text = reason.charAt(0).toUpperCase() + reason.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
