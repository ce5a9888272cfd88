import { Heading, Text } from '@radix-ui/themes'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { loadsOf, number, optionsOf, placesOf, type Axis, type Drawing } from './drawing'
import { MarkPicture } from './MarkPicture'
import type { Chart } from './sections'

interface Props {
  readonly chart: Chart
  readonly unit: string
  readonly height: number
  readonly x: Axis
  readonly y: Axis
  readonly dark: boolean
}

/** Where the mouse is: at the load with this number, so far from the plot's left, and in which half of the window. */
interface Pointed {
  readonly index: number
  readonly left: number
  readonly isLeft: boolean
}

/** One plot over the load: zoom by dragging, a double click shows all again. The figures are in the section's table, too. */
export function Plot({ chart, unit, height, x, y, dark }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const title = useId()
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const drawing = useMemo<Drawing>(() => ({ chart, height, x, y }), [chart, height, x, y])
  useEffect(() => {
    const box = place.current
    if (!box) return
    const plot = new uPlot(optionsOf(drawing, box, (at, index) => setPointed((before) => pointedAt(before, at, index))), placesOf(drawing), box)
    const resize = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height: drawing.height }))
    resize.observe(box)
    return () => {
      resize.disconnect()
      plot.destroy()
      setPointed(null)
    }
    // The colours are read when the plot is made, so another appearance makes it anew.
  }, [drawing, dark])
  return (
    <figure className="plot" aria-labelledby={title}>
      <Heading as="h4" size="2" weight="medium" id={title}>
        {chart.title}
        {y.scale.kind === 'logarithmic' && <Text color="gray" weight="regular"> (logarithmic)</Text>}
      </Heading>
      <div className="plot-place" aria-hidden>
        <div ref={place} />
        {pointed && <Readout chart={chart} unit={unit} pointed={pointed} />}
      </div>
    </figure>
  )
}

function pointedAt(before: Pointed | null, plot: uPlot, index: number | null): Pointed | null {
  if (index === null) return null
  if (before?.index === index) return before
  const place = plot.data[0][index] ?? 0
  const left = plot.over.offsetLeft + plot.valToPos(place, 'x')
  return { index, left, isLeft: plot.over.getBoundingClientRect().left + plot.valToPos(place, 'x') < innerWidth / 2 }
}

/** What was measured at the load under the mouse. */
function Readout({ chart: { curves }, unit, pointed: { index, left, isLeft } }: { readonly chart: Chart; readonly unit: string; readonly pointed: Pointed }) {
  const load = loadsOf(curves)[index]
  if (load === undefined) return null
  const there = curves.filter(({ values }) => values.has(load))
  return (
    <div className="readout" style={isLeft ? { left: left + 12 } : { right: `calc(100% - ${left - 12}px)` }}>
      <strong>{number.format(load)} messages a second</strong>
      {there.map(({ member, values, errors }) => (
        <div key={member.mark.letter}>
          <MarkPicture mark={member.mark} /> <span>{member.label}</span>
          <b>
            {number.format(values.get(load) ?? 0)}
            {errors.has(load) && ` ± ${number.format(errors.get(load) ?? 0)}`} {unit}
          </b>
        </div>
      ))}
    </div>
  )
}
