import type { NewTransactionsSubscriptionVariables } from '#generated/graphql'

/** What can be shown of a transaction; the names are those of the schema. */
export type Field = Extract<keyof NewTransactionsSubscriptionVariables, 'iban' | 'new_balance' | 'direction' | 'from_to' | 'changed_by' | 'descr'>

/** In the order of the toggles and the columns. */
export const FIELDS: readonly { readonly name: Field; readonly label: string }[] = [
  { name: 'iban', label: 'Own account' },
  { name: 'new_balance', label: 'New balance' },
  { name: 'direction', label: 'Debit or credit' },
  { name: 'from_to', label: 'Other account' },
  { name: 'changed_by', label: 'Amount changed' },
  { name: 'descr', label: 'Description' },
]

export type Shown = Readonly<Record<Field, boolean>>

export const SHOW_ALL: Shown = { iban: true, new_balance: true, direction: true, from_to: true, changed_by: true, descr: true }

/** How many transactions a list can show; the endpoint gives 250 at most. */
export const ITEM_COUNTS = [5, 10, 25, 50, 100, 250] as const

export type ItemCount = (typeof ITEM_COUNTS)[number]
