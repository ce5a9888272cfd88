import type { ComponentProps } from 'react'

interface Props extends ComponentProps<'table'> {
  readonly surface?: boolean
}

/**
 * The frame of a table, for Radix' own rows and cells. Radix' frame scrolls by a scroll area that puts a style element into the
 * page, which the page's policy forbids; here the browser scrolls. The box takes the focus, so that a keyboard can scroll it, too.
 */
export function DataTable({ surface = false, children, ...table }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by the keyboard
    <div className={`rt-TableRoot rt-r-size-2 rt-variant-${surface ? 'surface' : 'ghost'} data-table`} tabIndex={0} role="group" aria-label={table['aria-label']}>
      <table className="rt-TableRootTable" {...table}>
        {children}
      </table>
    </div>
  )
}
