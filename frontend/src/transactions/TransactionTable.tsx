import { ArrowDownIcon, ArrowUpIcon } from '@radix-ui/react-icons'
import { Table, VisuallyHidden } from '@radix-ui/themes'
import { memo, type ReactNode } from 'react'
import type { ShownFragment } from '../generated/graphql'
import { FIELDS, type Field, type Shown } from './fields'

interface Props {
  readonly caption: string
  readonly rows: readonly ShownFragment[]
  readonly leaving: ShownFragment | null
  readonly onLeft: () => void
  readonly freshAfter: number
  readonly shown: Shown
}

const HEADS: Readonly<Record<Field, string>> = {
  iban: 'Own account',
  new_balance: 'New balance',
  direction: 'Debit or credit',
  from_to: 'Other account',
  changed_by: 'Amount',
  descr: 'Description',
}

export function TransactionTable({ caption, rows, leaving, onLeft, freshAfter, shown }: Props) {
  const fields = FIELDS.filter(({ name }) => shown[name]).map(({ name }) => name)
  const shownAs = fields.join(' ')
  return (
    <Table.Root variant="ghost" className="transactions">
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <Table.Header>
        <Table.Row>
          {fields.map((field) => (
            <Table.ColumnHeaderCell key={field} data-field={field}>
              {field === 'direction' ? <VisuallyHidden>{HEADS[field]}</VisuallyHidden> : HEADS[field]}
            </Table.ColumnHeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rows.map((row) => (
          <TransactionRow key={row.id} transaction={row} shownAs={shownAs} fresh={row.id > freshAfter} />
        ))}
        {leaving && <LeavingRow key={`left ${leaving.id}`} transaction={leaving} shownAs={shownAs} onLeft={onLeft} />}
      </Table.Body>
    </Table.Root>
  )
}

interface RowProps {
  readonly transaction: ShownFragment
  /** The fields' names with spaces between, as a text so that a row that did not change is not drawn again. */
  readonly shownAs: string
}

const TransactionRow = memo(function TransactionRow({ transaction, shownAs, fresh }: RowProps & { readonly fresh: boolean }) {
  return (
    <Table.Row data-id={transaction.id} className={fresh ? 'fresh' : undefined}>
      <Cells transaction={transaction} shownAs={shownAs} />
    </Table.Row>
  )
}, sameButForFresh)

/** A row that was fresh stays so until it goes: taking the mark away would only cost a paint. */
function sameButForFresh(before: RowProps, after: RowProps): boolean {
  return before.transaction === after.transaction && before.shownAs === after.shownAs
}

function LeavingRow({ transaction, shownAs, onLeft }: RowProps & { readonly onLeft: () => void }) {
  return (
    <Table.Row className="leaving" aria-hidden onAnimationEnd={onLeft}>
      <Cells transaction={transaction} shownAs={shownAs} />
    </Table.Row>
  )
}

function Cells({ transaction, shownAs }: RowProps) {
  const fields = shownAs === '' ? [] : (shownAs.split(' ') as Field[])
  return fields.map((field) => (
    <Table.Cell key={field} data-field={field}>
      {field === 'direction' ? <Direction of={transaction} /> : cell(transaction, field)}
    </Table.Cell>
  ))
}

function cell(transaction: ShownFragment, field: Exclude<Field, 'direction'>): ReactNode {
  const text = transaction[field] ?? ''
  return (
    <span className="clip" title={field === 'descr' ? text : undefined}>
      {text}
    </span>
  )
}

function Direction({ of: { direction } }: { readonly of: ShownFragment }) {
  if (direction === 'CREDIT') {
    return (
      <span className="credit">
        <ArrowUpIcon aria-hidden />
        <VisuallyHidden>credit</VisuallyHidden>
      </span>
    )
  }
  if (direction === 'DEBIT') {
    return (
      <span className="debit">
        <ArrowDownIcon aria-hidden />
        <VisuallyHidden>debit</VisuallyHidden>
      </span>
    )
  }
  return null
}
