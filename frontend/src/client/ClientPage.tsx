import { Callout, Card, Code, Flex, Text } from '@radix-ui/themes'
import { useState } from 'react'
import { Page } from '../app/Page'
import { LoginForm } from '../session/LoginForm'
import { LogoutButton } from '../session/LogoutButton'
import { SessionGate } from '../session/SessionGate'
import { NewestShown, NewestShownContext } from '../transactions/NewestShown'
import { TransactionPanel } from '../transactions/TransactionPanel'
import { Balance } from './Balance'
import { Deposits } from './Deposits'
import { TransferForm } from './TransferForm'

export default function ClientPage() {
  return (
    <Page title="Client" lead="Your own account: bring cash, send money, and see each change the moment it happened.">
      <SessionGate>
        {(viewer) => {
          if (!viewer) {
            return (
              <LoginForm entrance="client" title="Log in, or open an account">
                A name that is new opens an account at once. There is no real money here, so do not use a real password.
              </LoginForm>
            )
          }
          return viewer.iban && viewer.token ? (
            <Account key={viewer.iban} username={viewer.username} iban={viewer.iban} token={viewer.token} />
          ) : (
            <WrongRole username={viewer.username} />
          )
        }}
      </SessionGate>
    </Page>
  )
}

function Account({ username, iban, token }: { readonly username: string; readonly iban: string; readonly token: string }) {
  const [newestShown] = useState(() => new NewestShown())
  return (
    <NewestShownContext value={newestShown}>
      <div className="client">
        <Flex direction="column" gap="4" className="client-side">
          <Card size={{ initial: '2', sm: '3' }}>
            <Flex direction="column" gap="2">
              <Flex justify="between" align="center" gap="3">
                <Text size="2" color="gray" className="breakable">
                  Balance of {username}
                </Text>
                <LogoutButton />
              </Flex>
              <Balance iban={iban} />
              <Code id="iban" variant="ghost" color="gray" size="2">
                {iban}
              </Code>
            </Flex>
          </Card>
          <Deposits iban={iban} />
          <TransferForm iban={iban} token={token} />
        </Flex>
        <TransactionPanel
          account={iban}
          title="Your transactions"
          empty="Nothing has happened on this account yet. Deposit something, and it appears here."
        />
      </div>
    </NewestShownContext>
  )
}

function WrongRole({ username }: { readonly username: string }) {
  return (
    <Callout.Root className="narrow">
      <Callout.Text>{username} is logged in as an employee, who has no account. Log out to use one of your own.</Callout.Text>
      <LogoutButton />
    </Callout.Root>
  )
}
