import { Table, Text } from '@radix-ui/themes'
import { useState } from 'react'
import { DataTable } from '../../app/DataTable'
import { loadsOf, number } from './drawing'
import type { Member, Section } from './sections'

/** What the plots of a section show, as a table: made when it is opened, as it can be long. */
export function FiguresTable({ section }: { readonly section: Section }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Text size="2">The figures as a table</Text>
      </summary>
      {open && <Figures section={section} />}
    </details>
  )
}

function Figures({ section: { title, unit, charts } }: { readonly section: Section }) {
  const curves = charts.flatMap((chart) => chart.curves)
  const members = [...new Set(curves.map(({ member }) => member))]
  const cell = (member: Member, load: number, index: number): string => {
    const curve = charts[index]?.curves.find((one) => one.member === member)
    const value = curve?.values.get(load)
    if (!curve || value === undefined) return '–'
    const error = curve.errors.get(load)
    return error === undefined ? number.format(value) : `${number.format(value)} ± ${number.format(error)}`
  }
  return (
    <DataTable aria-label={`${title} (${unit})`}>
      <Table.Header>
        <Table.Row>
          <Table.ColumnHeaderCell>Group</Table.ColumnHeaderCell>
          <Table.ColumnHeaderCell>Load</Table.ColumnHeaderCell>
          {charts.map((chart) => (
            <Table.ColumnHeaderCell key={chart.title}>{chart.title}</Table.ColumnHeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {members.flatMap((member) =>
          loadsOf(curves.filter((curve) => curve.member === member)).map((load) => (
            <Table.Row key={`${member.label} ${load}`}>
              <Table.RowHeaderCell>{member.label}</Table.RowHeaderCell>
              <Table.Cell>{number.format(load)}</Table.Cell>
              {charts.map((chart, index) => (
                <Table.Cell key={chart.title}>{cell(member, load, index)}</Table.Cell>
              ))}
            </Table.Row>
          )),
        )}
      </Table.Body>
    </DataTable>
  )
}
