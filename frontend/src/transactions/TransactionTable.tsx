import { VisuallyHidden } from '@radix-ui/themes'
import { memo, type CSSProperties } from 'react'
import type { ShownFragment } from '#generated/graphql'
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

/** From so many rows on, most are out of sight, and are left out of the drawing. */
const MANY = 50

/** Widths that no content changes, so that each row is laid out for itself, and a new one costs what one row costs. */
const COLUMNS: Readonly<Record<Field, string>> = {
  iban: '180px',
  new_balance: 'minmax(0, 2fr)',
  direction: '28px',
  from_to: '180px',
  changed_by: '104px',
  descr: 'minmax(0, 3fr)',
}

/** A table by its roles: one of table elements lays all rows out again for each new one. */
export function TransactionTable({ caption, rows, leaving, onLeft, freshAfter, shown }: Props) {
  const fields = FIELDS.filter(({ name }) => shown[name]).map(({ name }) => name)
  const shownAs = fields.join(' ')
  const columns = fields.map((field) => COLUMNS[field]).join(' ')
  return (
    <div role="table" aria-label={caption} className="transactions" style={{ '--columns': columns } as CSSProperties}>
      <div role="rowgroup" className="heads">
        <div role="row">
          {fields.map((field) => (
            <div role="columnheader" key={field} data-field={field}>
              {field === 'direction' ? <VisuallyHidden>{HEADS[field]}</VisuallyHidden> : HEADS[field]}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="rows" data-many={rows.length > MANY || undefined}>
        {rows.map((row) => (
          <TransactionRow key={row.id} transaction={row} shownAs={shownAs} fresh={row.id > freshAfter} />
        ))}
        {leaving && (
          <div className="leaving" aria-hidden key={`left ${leaving.id}`} onAnimationEnd={onLeft}>
            <Cells transaction={leaving} shownAs={shownAs} />
          </div>
        )}
      </div>
    </div>
  )
}

interface RowProps {
  readonly transaction: ShownFragment
  /** The fields' names with spaces between, as a text so that a row that did not change is not drawn again. */
  readonly shownAs: string
}

const TransactionRow = memo(function TransactionRow({ transaction, shownAs, fresh }: RowProps & { readonly fresh: boolean }) {
  return (
    <div role="row" data-id={transaction.id} className={fresh ? 'fresh' : undefined}>
      <Cells transaction={transaction} shownAs={shownAs} />
    </div>
  )
}, sameButForFresh)

/** A row that was fresh stays so until it goes: taking the mark away would only cost a paint. */
function sameButForFresh(before: RowProps, after: RowProps): boolean {
  return before.transaction === after.transaction && before.shownAs === after.shownAs
}

function Cells({ transaction, shownAs }: RowProps) {
  const fields = shownAs === '' ? [] : (shownAs.split(' ') as Field[])
  return fields.map((field) => (
    <div role="cell" key={field} data-field={field} title={field === 'descr' ? (transaction.descr ?? '') : undefined}>
      {field === 'direction' ? <Direction of={transaction} /> : transaction[field]}
    </div>
  ))
}

/** One element with a text for those who listen; the arrow is drawn by its style. */
function Direction({ of: { direction } }: { readonly of: ShownFragment }) {
  if (direction === 'CREDIT') return <span className="credit">credit</span>
  if (direction === 'DEBIT') return <span className="debit">debit</span>
  return null
}
