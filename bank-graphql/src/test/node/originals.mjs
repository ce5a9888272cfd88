// The original's operations with an independent client: queries over HTTP by fetch, subscriptions by the package graphql-ws.
// `node originals.mjs http://127.0.0.1:8181`; ends with 0 when all is as it must be.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

const url = `${process.argv[2]}/graphql`
const client = createClient({ url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket, lazyCloseTimeout: 1000 })
const fields = '{ id iban new_balance changed_by from_to descr direction }'

async function results(query, variables) {
  const all = []
  for await (const result of client.iterate({ query, variables })) {
    assert.equal(result.errors, undefined)
    all.push(result.data)
  }
  return all
}

async function ask(query, cookie) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify({ query }),
  })
  return { ...(await response.json()), cookie: response.headers.get('set-cookie')?.split(';')[0] }
}

const username = `node-${randomUUID()}`
const [{ get_account: account }] = await results(
  'subscription($u: String!, $p: String!) { get_account(username: $u, password: $p) { iban token reason } }',
  { u: username, p: 'a password' },
)
assert.match(account.iban, /^NL\d\dOPEN0\d{9}$/)
assert.match(account.token, /^\d{20}$/)
assert.equal(account.reason, null)

// The connection has logged in, so it may see its account from now on.
const live = client.iterate({ query: `subscription { stream_transactions(iban: "${account.iban}", direction: CREDIT) ${fields} }` })
const seen = live.next()

const uuid = randomUUID()
const transfer = `subscription($uuid: String!, $token: String!, $amount: Int!, $from: String!, $to: String!, $descr: String!) {
  money_transfer(uuid: $uuid, token: $token, amount: $amount, from: $from, to: $to, descr: $descr) { uuid success reason } }`
const deposit = { uuid, token: 'cash', amount: 123456, from: 'cash', to: account.iban, descr: 'by graphql-ws' }
const first = await results(transfer, deposit)
assert.deepEqual(first, [{ money_transfer: { uuid, success: true, reason: null } }])
assert.deepEqual(await results(transfer, deposit), first)
assert.deepEqual(await results(transfer, { ...deposit, uuid: randomUUID(), amount: -1 }).then(([r]) => r.money_transfer.reason), 'amount must be positive')

const transaction = (await seen).value.data.stream_transactions
const { id } = transaction
assert.deepEqual(transaction, {
  id,
  iban: account.iban,
  new_balance: '€1.234,56',
  changed_by: '€1.234,56',
  from_to: 'cash',
  descr: 'by graphql-ws',
  direction: 'CREDIT',
})
await live.return()

const { cookie } = await ask(`mutation { login(username: "${username}", password: "a password") { reason } }`)
const byIban = await ask(`{ transactions_by_iban(iban: "${account.iban}", max_items: 5) ${fields} }`, cookie)
assert.deepEqual(byIban.data.transactions_by_iban, [transaction])
const byId = await ask(`{ transaction_by_id(id: ${id}) ${fields} }`, cookie)
assert.deepEqual(byId.data.transaction_by_id, transaction)
const all = await ask(`{ all_last_transactions ${fields} }`, cookie)
assert.equal(all.errors[0].extensions.code, 'FORBIDDEN')

const stranger = createClient({ url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket })
for await (const refused of stranger.iterate({ query: `subscription { stream_transactions(iban: "${account.iban}") { id } }` })) {
  assert.equal(refused.errors[0].extensions.code, 'UNAUTHENTICATED')
}
await stranger.dispose()
await client.dispose()
