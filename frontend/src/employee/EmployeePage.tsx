import { Callout, Code, Flex, Text } from '@radix-ui/themes'
import { useSearchParams } from 'wouter'
import { Page } from '../app/Page'
import { LoginForm } from '../session/LoginForm'
import { LogoutButton } from '../session/LogoutButton'
import { SessionGate } from '../session/SessionGate'
import { TransactionPanel } from '../transactions/TransactionPanel'
import { AccountPages } from './AccountPages'

export default function EmployeePage() {
  return (
    <Page title="Bank employee" lead="All accounts of the bank. Choose one to follow what happens on it.">
      <SessionGate>
        {(viewer) => {
          if (!viewer) {
            return (
              <LoginForm entrance="employee" title="Log in as an employee">
                The bank's operator has set the name and the password; <Code>./bank up</Code> says where they are.
              </LoginForm>
            )
          }
          return viewer.employee ? <Desk username={viewer.username} /> : <WrongRole username={viewer.username} />
        }}
      </SessionGate>
    </Page>
  )
}

function Desk({ username }: { readonly username: string }) {
  const [search, setSearch] = useSearchParams()
  const followed = search.get('follow')
  const follow = (iban: string) =>
    setSearch((before) => {
      before.set('follow', iban)
      return before
    })
  return (
    <Flex direction="column" gap="4">
      <Flex justify="between" align="center" gap="3" wrap="wrap">
        <Text size="2" color="gray" className="breakable">
          Logged in as {username}
        </Text>
        <LogoutButton />
      </Flex>
      <AccountPages followed={followed} onFollow={follow} />
      {followed === null ? (
        <Callout.Root color="gray" id="following">
          <Callout.Text>You currently follow no account.</Callout.Text>
        </Callout.Root>
      ) : (
        <TransactionPanel key={followed} account={followed} title={`Account ${followed}`} empty="Nothing has happened on this account yet.">
          <Text size="2" color="gray" id="following" role="status">
            You currently follow {followed}
          </Text>
        </TransactionPanel>
      )}
    </Flex>
  )
}

function WrongRole({ username }: { readonly username: string }) {
  return (
    <Callout.Root className="narrow">
      <Callout.Text>{username} is logged in as a client. Log out to come in as an employee.</Callout.Text>
      <LogoutButton />
    </Callout.Root>
  )
}
