import { on } from 'node:events'
import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import { COMPANY } from './ledger.mjs'

export const euro = (cents) => `€${cents < 0 ? '-' : ''}${(Math.abs(cents) / 100).toFixed(2).replace('.', ',').replace(/\B(?=(\d{3})+(?=,))/g, '.')}`

export const transactionFor = ({ id, account, balance, cents, other, descr }) => ({
  id, iban: account, new_balance: euro(balance), changed_by: euro(Math.abs(cents)), from_to: other, descr,
  direction: cents < 0 ? 'DEBIT' : 'CREDIT', new_balance_cents: String(balance), changed_by_cents: String(cents),
})

const refuse = (code) => new GraphQLError('refused', { extensions: { code } })

/** The answers to the schema's operations, enough to work on the pages. */
export function operations(ledger, sessions) {
  const users = new Map()
  const handled = new Map()
  const viewer = ({ session }) => sessions.get(session) ?? null
  const allow = (iban, context) => {
    if (iban === COMPANY) return
    const who = viewer(context)
    if (!who) throw refuse('UNAUTHENTICATED')
    if (!who.employee && who.iban !== iban) throw refuse('FORBIDDEN')
  }
  const enter = (who, context) => {
    const id = randomUUID()
    sessions.set(id, who)
    context.setCookie(`bank_session=${id}; HttpOnly; SameSite=Strict; Path=/`)
    return { viewer: who, reason: null }
  }
  const figures = () => ({
    accounts: ledger.balances.size,
    transactions: String(ledger.transactions.length),
    transactions_per_second: ledger.topics.get('balance_changed').rate,
    topics: [...ledger.topics.values()].map(({ name, events, rate }) => ({ name, events: String(events), events_per_second: rate })),
  })
  const own = (iban) => ledger.transactions.filter(({ account }) => account === iban)
  return {
    me: (_, context) => viewer(context),
    transactions_by_iban: ({ iban, max_items: items }, context) => {
      allow(iban, context)
      return own(iban).slice(-items).toReversed().map(transactionFor)
    },
    accounts: ({ first, after }, context) => {
      if (!viewer(context)?.employee) throw refuse('FORBIDDEN')
      const all = [...ledger.balances.keys()].toSorted()
      const items = all.filter((iban) => !after || iban > after).slice(0, first)
      return { items: items.map((iban) => transactionFor(own(iban).at(-1) ?? { id: 0, account: iban, balance: 0, cents: 0, other: '', descr: '' })), next: items.at(-1) === all.at(-1) ? null : items.at(-1), total: all.length }
    },
    login: ({ username, password }, context) => {
      const known = users.get(username)
      if (known && known.password !== password) return { viewer: null, reason: 'incorrect password' }
      if (!known) {
        const iban = ledger.open(false)
        users.set(username, { password, who: { username, iban, token: '1'.repeat(20), employee: false } })
      }
      return enter(users.get(username).who, context)
    },
    login_employee: ({ username, password }, context) =>
      password === 'password' ? enter({ username, iban: null, token: null, employee: true }, context) : { viewer: null, reason: 'incorrect password' },
    logout: (_, context) => sessions.delete(context.session),
    confirm_money_transfer: ({ input: { id, amount, from, to, description } }) => {
      if (!handled.has(id)) handled.set(id, ledger.move(from, to, Number(amount), description))
      const reason = handled.get(id)
      return reason === null ? { __typename: 'MoneyTransferConfirmed', id } : { __typename: 'MoneyTransferFailed', id, reason }
    },
    async *bank_figures() {
      yield { bank_figures: figures() }
      for await (const _ of on(ledger, 'second')) yield { bank_figures: figures() }
    },
    stream_transactions({ iban, after_id: after = 0 }, context) {
      allow(iban, context)
      return (async function* () {
        const arrivals = on(ledger, 'change')
        const seen = ledger.transactions.length
        for (const change of ledger.transactions.slice(after, seen)) if (change.account === iban) yield { stream_transactions: transactionFor(change) }
        for await (const [change] of arrivals) if (change.account === iban && change.id > seen) yield { stream_transactions: transactionFor(change) }
      })()
    },
  }
}
