import { Card, Flex, Heading, Text } from '@radix-ui/themes'
import { useMemo } from 'react'
import type { Axis } from './drawing'
import { FiguresTable } from './FiguresTable'
import { Plot } from './Plot'
import { endsOf, linear, scaleFor, type Scale } from './scale'
import type { Chart, Section } from './sections'

interface Props {
  readonly section: Section
  readonly hidden: ReadonlySet<string>
  readonly x: Axis
  readonly dark: boolean
}

/** What is used by processes is alike: small plots with one axis, so that they can be compared. */
const HEIGHT = { latency: 250, use: 150, count: 190 }
/** Latencies spread more than loads, and a linear axis is the honest one: it takes more until it is given up. */
const LATENCIES_APART = 30
/** A count's axis has no fractions. */
const LEAST_COUNT = 5

/** The plots of one section. */
export function Plots({ section, hidden, x, dark }: Props) {
  const { title, unit, note, of } = section
  const charts = useMemo(
    () => section.charts.map((chart) => ({ ...chart, curves: chart.curves.filter(({ member }) => !hidden.has(member.label)) })),
    [section, hidden],
  )
  const axes = useMemo(() => {
    if (of === 'use') return charts.map(constantly(axisFor(charts, linear)))
    return charts.map((chart) => axisFor([chart], of === 'latency' ? scaleFor(valuesOf(chart), LATENCIES_APART) : linear, of === 'count' ? LEAST_COUNT : 0))
  }, [charts, of])
  return (
    <Card size={{ initial: '2', sm: '3' }} asChild>
      <section className="plot-section">
        <Flex direction="column" gap="3">
          <Heading as="h3" size="3">
            {title} <Text color="gray">({unit})</Text>
          </Heading>
          {note && (
            <Text as="p" size="2" color="gray">
              {note}
            </Text>
          )}
          <div className="plots" data-of={of}>
            {charts.map((chart, index) => (
              <Plot key={chart.title} chart={chart} unit={of === 'count' ? '' : (unit.split(' ')[0] ?? '')} height={HEIGHT[of]} x={x} y={axes[index] ?? x} dark={dark} />
            ))}
          </div>
          <FiguresTable section={section} />
        </Flex>
      </section>
    </Card>
  )
}

const constantly = <T,>(value: T) => () => value

const valuesOf = ({ curves }: Chart): (readonly number[])[] => curves.map(({ values }) => [...values.values()])

/** From zero, with room for the highest value. */
function axisFor(charts: readonly Chart[], scale: Scale, least = 0): Axis {
  const highest = charts.flatMap(({ curves }) =>
    curves.flatMap(({ values, errors }) => [...values].map(([load, value]) => value + (errors.get(load) ?? 0))),
  )
  const [, to] = endsOf([...highest, least])
  return { scale, from: 0, to: scale.valueAt(scale.place(to) * 1.06) }
}
