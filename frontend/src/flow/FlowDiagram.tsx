import { Text } from '@radix-ui/themes'
import { useEffect, useMemo, useRef, useState } from 'react'
import { DotCanvas } from './DotCanvas'
import { layout, type Box, type Direction } from './layout'
import { topology } from './topology'
import { SECONDS_KEPT, type TopicActivity } from './activity'

const WIDE = '(min-width: 900px)'
const whole = new Intl.NumberFormat('nl-NL')
const tenths = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

/** The bank's services and topics; with activity, what happens in them at the moment. */
export function FlowDiagram({ activity }: { readonly activity?: ReadonlyMap<string, TopicActivity> }) {
  const direction = useDirection()
  const drawn = useMemo(() => layout(topology, direction), [direction])
  const paths = useRef<(SVGPathElement | null)[]>([])
  const [perDot, setPerDot] = useState(1)
  const entries = perDot === 1 ? 'Each dot is an entry' : `Each dot stands for ${whole.format(perDot)} entries`
  return (
    <figure className="flow">
      <div className="flow-stage">
        <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={inWords()} className={direction}>
          {drawn.edges.map((edge, index) => (
            <path
              key={`${edge.service} ${edge.kind} ${edge.topic}`}
              ref={(path) => {
                paths.current[index] = path
              }}
              d={edge.path}
              className={edge.back ? 'edge back' : 'edge'}
            />
          ))}
          {drawn.boxes.map((box) =>
            box.kind === 'service' ? (
              <ServiceBox key={`service ${box.name}`} box={box} />
            ) : (
              <TopicBox key={`topic ${box.name}`} box={box} activity={activity?.get(box.name)} />
            ),
          )}
        </svg>
        {activity && <DotCanvas layout={drawn} paths={paths} activity={activity} onPerDot={setPerDot} />}
      </div>
      {activity && (
        <figcaption>
          <Text as="p" size="1" color="gray">
            <span className="legend-dot" aria-hidden /> {entries} in a topic&apos;s log, an event or the mark that ends a transaction: written
            once, then read by each service that needs it. Nothing is changed in place; a balance is what its events add up to.
          </Text>
        </figcaption>
      )}
    </figure>
  )
}

function ServiceBox({ box: { name, x, y, width, height } }: { readonly box: Box }) {
  const doc = topology.services.find((service) => service.name === name)?.doc
  return (
    <g className="service">
      <title>{doc}</title>
      <rect x={x} y={y} width={width} height={height} rx={12} />
      <text x={x + width / 2} y={y + height / 2} dy="0.35em" textAnchor="middle">
        {name}
      </text>
    </g>
  )
}

function TopicBox({ box: { name, x, y, width, height }, activity }: { readonly box: Box; readonly activity?: TopicActivity | undefined }) {
  const doc = topology.topics.find((topic) => topic.name === name)?.doc
  const busy = (activity?.rate ?? 0) > 0
  return (
    <g className={busy ? 'topic busy' : 'topic'}>
      <title>{doc}</title>
      <rect x={x} y={y} width={width} height={height} rx={8} />
      {activity ? (
        <>
          <text x={x + 10} y={y + 19}>
            {name}
          </text>
          <text x={x + 10} y={y + height - 11} className="count">
            {whole.format(activity.events)}
          </text>
          <text x={x + width - 10} y={y + height - 11} textAnchor="end" className="rate">
            {tenths.format(activity.rate)}/s
          </text>
          <Bars history={activity.history} x={x + width / 2 - 28} y={y + height - 9} />
        </>
      ) : (
        <text x={x + width / 2} y={y + height / 2} dy="0.35em" textAnchor="middle">
          {name}
        </text>
      )}
    </g>
  )
}

/** The last seconds, each as a bar: a small log that is written from the right. */
function Bars({ history, x, y }: { readonly history: readonly number[]; readonly x: number; readonly y: number }) {
  const highest = Math.max(1, ...history)
  const seconds = SECONDS_KEPT - history.length
  const path = history.map((count, index) => `M${x + (seconds + index) * 4},${y} v${-Math.max(1, (count / highest) * 14)}`).join(' ')
  return <path d={path} className="bars" />
}

function useDirection(): Direction {
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches)
  useEffect(() => {
    const query = matchMedia(WIDE)
    const look = () => setWide(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return wide ? 'across' : 'down'
}

function inWords(): string {
  const parts = topology.services.map(({ name, consumes, produces }) => {
    const reads = consumes.length > 0 ? `reads ${consumes.join(', ')}` : 'reads nothing'
    const writes = produces.length > 0 ? `writes ${produces.join(', ')}` : 'writes nothing'
    return `${name} ${reads} and ${writes}`
  })
  return `How events flow: ${parts.join('; ')}.`
}
