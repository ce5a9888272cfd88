import { Card, Flex, Heading, Table, Text } from '@radix-ui/themes'
import { useEffect, useId, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { DataTable } from '../../app/DataTable'
import type { Chart, Curve } from './curves'

const HEIGHT = 280
const HUES = ['--indigo-9', '--green-9', '--red-9', '--amber-9', '--slate-9', '--indigo-11', '--green-11', '--red-11']
const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

/** One plot over the load: zoom by dragging, a double click shows all again, a click on the legend hides a curve. */
export function Plot({ chart, dark }: { readonly chart: Chart; readonly dark: boolean }) {
  const place = useRef<HTMLDivElement>(null)
  const title = useId()
  useEffect(() => {
    const box = place.current
    if (!box) return
    const plot = new uPlot(optionsOf(chart, box), dataOf(chart.curves), box)
    const resize = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height: HEIGHT }))
    resize.observe(box)
    return () => {
      resize.disconnect()
      plot.destroy()
    }
    // The colours are read when the plot is made, so another appearance makes it anew.
  }, [chart, dark])
  return (
    <Card size={{ initial: '2', sm: '3' }} asChild>
      <figure className="plot" aria-labelledby={title}>
        <Flex direction="column" gap="2">
          <Heading as="h3" size="3" id={title}>
            {chart.title} <Text color="gray">({chart.unit})</Text>
          </Heading>
          <div ref={place} className="plot-place" aria-hidden />
          <details>
            <summary>
              <Text size="2">The figures as a table</Text>
            </summary>
            <FiguresTable chart={chart} />
          </details>
        </Flex>
      </figure>
    </Card>
  )
}

function FiguresTable({ chart: { curves, title } }: { readonly chart: Chart }) {
  const loads = loadsOf(curves)
  return (
    <DataTable aria-label={title}>
      <Table.Header>
        <Table.Row>
          <Table.ColumnHeaderCell>Load</Table.ColumnHeaderCell>
          {curves.map(({ label }) => (
            <Table.ColumnHeaderCell key={label}>{label}</Table.ColumnHeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {loads.map((load) => (
          <Table.Row key={load}>
            <Table.RowHeaderCell>{number.format(load)}</Table.RowHeaderCell>
            {curves.map(({ label, values }) => {
              const value = values.get(load)
              return <Table.Cell key={label}>{value === undefined ? '–' : number.format(value)}</Table.Cell>
            })}
          </Table.Row>
        ))}
      </Table.Body>
    </DataTable>
  )
}

function optionsOf({ curves, unit }: Chart, box: HTMLElement): uPlot.Options {
  const colour = (name: string) => getComputedStyle(box).getPropertyValue(name).trim()
  const axis = { font: '12px "Inter Variable", sans-serif', stroke: colour('--gray-11'), grid: { stroke: colour('--gray-a4'), width: 1 }, ticks: { stroke: colour('--gray-a4') } }
  const shown = (value: number | null) => (value === null ? '–' : `${number.format(value)} ${unit}`)
  return {
    width: box.clientWidth,
    height: HEIGHT,
    cursor: { sync: { key: 'load' } },
    scales: { x: { time: false }, y: { range: (_, __, highest) => [0, Math.max(1, (highest ?? 1) * 1.08)] } },
    axes: [
      { ...axis, values: (_, splits) => splits.map((split) => number.format(split)) },
      { ...axis, size: 64, values: (_, splits) => splits.map((split) => number.format(split)) },
    ],
    series: [
      { label: 'Load', value: (_, value) => (value === null ? '–' : `${number.format(value)} a second`) },
      ...curves.map(({ label, dashed, shown: visible }, index) => ({
        label,
        show: visible,
        width: 2,
        spanGaps: true,
        stroke: colour(HUES[index % HUES.length] ?? '--gray-11'),
        ...(dashed && { dash: [6, 5] }),
        points: { show: true, size: 5 },
        value: (_: uPlot, value: number | null) => shown(value),
      })),
    ],
  }
}

const loadsOf = (curves: readonly Curve[]): number[] => [...new Set(curves.flatMap(({ values }) => [...values.keys()]))].toSorted((a, b) => a - b)

function dataOf(curves: readonly Curve[]): uPlot.AlignedData {
  const loads = loadsOf(curves)
  return [loads, ...curves.map(({ values }) => loads.map((load) => values.get(load) ?? null))]
}
