import { EventEmitter } from 'node:events'

export const COMPANY = 'NL66OPEN0000000000'

export function iban(digits) {
  const rest = Number(BigInt(`24251423${digits}232100`) % 97n)
  return `NL${String(98 - rest).padStart(2, '0')}OPEN${digits}`
}

const pick = (list) => list[Math.floor(Math.random() * list.length)]

/** Balances and changes in memory, and the counts of the topics. */
export class Ledger extends EventEmitter {
  transactions = []
  balances = new Map([[COMPANY, 10 ** 15]])
  auto = []
  topics = new Map(
    ['heartbeat', 'confirm_account_creation', 'account_creation_confirmed', 'account_creation_failed', 'confirm_money_transfer', 'money_transfer_confirmed', 'money_transfer_failed', 'balance_changed'].map((name) => [name, { name, events: 0, before: 0, rate: 0 }]),
  )
  rate = 0
  seconds = 0

  constructor(accounts) {
    super()
    this.setMaxListeners(0)
    for (let i = 1; i <= accounts; i++) this.open()
    for (let i = 0; i < 400; i++) this.random()
  }

  /** @param auto whether the made-up customers act for it */
  open(auto = true) {
    const account = iban('0' + String(Math.floor(Math.random() * 1e9)).padStart(9, '0'))
    this.balances.set(account, 0)
    this.count('confirm_account_creation')
    this.count('account_creation_confirmed')
    if (!auto) return account
    this.auto.push(account)
    this.move(COMPANY, account, 220000 + Math.floor(Math.random() * 50000), `salary ${new Date().toISOString().slice(0, 19)}`)
    return account
  }

  count(topic) {
    this.topics.get(topic).events++
  }

  random(companyOnly = false) {
    this.count('heartbeat')
    const when = new Date().toISOString().slice(0, 19)
    const r = Math.floor(Math.random() * 70)
    if (companyOnly) this.move(COMPANY, 'Albert Heijn BV', 1000 + Math.floor(Math.random() * 9999), `ah pin ${when}`)
    else if (r < 30 || Math.random() < 0.3) this.move(COMPANY, pick(this.auto), 220000 + Math.floor(Math.random() * 50000), `salary ${when}`)
    else if (r < 50) this.move(pick(this.auto), 'Albert Heijn BV', 1000 + Math.floor(Math.random() * 9999), `ah pin ${when}`)
    else this.move(pick(this.auto), pick(this.auto), 1000 + Math.floor(Math.random() * 9999), `transfer ${when}`)
  }

  /** @returns why not, or null */
  move(from, to, cents, descr) {
    this.count('confirm_money_transfer')
    if (from === to || (this.balances.has(from) && this.balances.get(from) - cents < -50000)) {
      this.count('money_transfer_failed')
      return from === to ? "from and to can't be same for transfer" : 'insufficient funds'
    }
    this.change(from, -cents, to, descr)
    this.change(to, cents, from, descr)
    this.count('money_transfer_confirmed')
    return null
  }

  change(account, cents, other, descr) {
    if (!this.balances.has(account)) return
    const balance = this.balances.get(account) + cents
    this.balances.set(account, balance)
    this.count('balance_changed')
    const change = { id: this.transactions.length + 1, account, balance, cents, other, descr }
    this.transactions.push(change)
    this.emit('change', change)
  }

  tick() {
    for (const topic of this.topics.values()) {
      topic.rate = topic.events - topic.before
      topic.before = topic.events
    }
    this.emit('second')
  }
}
