import { print } from 'graphql'
import { describe, expect, it } from 'vitest'
import { LastTransactionsDocument, NewTransactionsDocument } from '#generated/graphql'
import { FIELDS, SHOW_ALL } from './fields'
import { select } from './selection'

const nothing = { iban: false, new_balance: false, direction: false, from_to: false, changed_by: false, descr: false }

function asked(text: string): string[] {
  return /fragment Shown on Transaction \{([^}]*)\}/.exec(text)?.[1]?.trim().split(/\s+/) ?? []
}

describe('the query by toggles', () => {
  it('asks for all fields, without conditions, when all are shown', () => {
    const text = print(select(LastTransactionsDocument, SHOW_ALL))
    expect(asked(text)).toEqual(['id', 'iban', 'new_balance', 'direction', 'from_to', 'changed_by', 'descr'])
    expect(text).not.toContain('@include')
    expect(text).toContain('($account: String!, $max_items: Int!)')
  })

  it('asks for the id alone when nothing is shown, since the list needs it', () => {
    expect(asked(print(select(NewTransactionsDocument, nothing)))).toEqual(['id'])
  })

  it.each(FIELDS.map(({ name }) => name))('asks for %s only when it is shown', (name) => {
    const only = { ...nothing, [name]: true }
    const allBut = { ...SHOW_ALL, [name]: false }
    expect(asked(print(select(LastTransactionsDocument, only)))).toEqual(['id', name])
    expect(asked(print(select(NewTransactionsDocument, only)))).toEqual(['id', name])
    expect(asked(print(select(LastTransactionsDocument, allBut)))).not.toContain(name)
    expect(asked(print(select(NewTransactionsDocument, allBut)))).not.toContain(name)
  })

  it('leaves the document itself as it was', () => {
    const before = print(LastTransactionsDocument)
    select(LastTransactionsDocument, nothing)
    expect(print(LastTransactionsDocument)).toBe(before)
  })
})
