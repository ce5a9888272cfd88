import { randomUUID } from 'node:crypto'

/** An account and what its holder logs in with. */
export interface Account {
  readonly username: string
  readonly password: string
  readonly iban: string
  readonly token: string
}

interface Answer {
  readonly data: Record<string, unknown> | null
  readonly errors?: readonly unknown[]
}

/** Asks the endpoint as a program does, without a browser. */
export async function ask(url: string, query: string, variables: Record<string, unknown> = {}, cookie = ''): Promise<{ data: Record<string, unknown>; cookie: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(cookie && { Cookie: cookie }) },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as Answer
  if (!data || errors?.length) throw new Error(`${query}: ${JSON.stringify(errors)}`)
  return { data, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie }
}

let names = 0

/** A name that no test used before, in this run or another. */
export const newName = (): string => `visitor-${process.pid}-${Date.now()}-${names++}`

export const PASSWORD = 'a password'

export async function openAccount(url: string): Promise<Account> {
  const username = newName()
  const login = 'mutation ($username: String!, $password: String!) { login(username: $username, password: $password) { viewer { iban token } reason } }'
  const { data } = await ask(url, login, { username, password: PASSWORD })
  const { viewer, reason } = data['login'] as { viewer: { iban: string; token: string } | null; reason: string | null }
  if (!viewer) throw new Error(`no account for ${username}: ${reason}`)
  return { username, password: PASSWORD, ...viewer }
}

/** @param from 'cash', or an account */
export async function move(url: string, from: 'cash' | Account, to: string, amount: number, description: string): Promise<void> {
  const command = { id: randomUUID(), token: from === 'cash' ? 'cash' : from.token, amount, from: from === 'cash' ? 'cash' : from.iban, to, description }
  const transfer = 'mutation ($command: ConfirmMoneyTransferInput!) { confirm_money_transfer(input: $command) { __typename ... on MoneyTransferFailed { reason } } }'
  const { data } = await ask(url, transfer, { command })
  const reply = data['confirm_money_transfer'] as { __typename: string; reason?: string }
  if (reply.__typename !== 'MoneyTransferConfirmed') throw new Error(`no money was moved: ${reply.reason}`)
}

export async function cookieOf(url: string, { username, password }: Pick<Account, 'username' | 'password'>, as: 'login' | 'login_employee' = 'login'): Promise<string> {
  const { cookie } = await ask(url, `mutation ($username: String!, $password: String!) { ${as}(username: $username, password: $password) { viewer { username } } }`, { username, password })
  return cookie
}

/** Ids of the newest transactions, newest first. */
export async function newestIds(url: string, account: Account, items: number): Promise<number[]> {
  const cookie = await cookieOf(url, account)
  const { data } = await ask(url, `query ($iban: String!, $items: Int!) { transactions_by_iban(iban: $iban, max_items: $items) { id } }`, { iban: account.iban, items }, cookie)
  return (data['transactions_by_iban'] as { id: number }[]).map(({ id }) => id)
}
