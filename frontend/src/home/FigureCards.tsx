import { Card, Skeleton, Text } from '@radix-ui/themes'
import type { ReactNode } from 'react'
import type { Figures } from './useFigures'

const whole = new Intl.NumberFormat('nl-NL')
const tenths = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

export function FigureCards({ figures, lost }: { readonly figures: Figures | null; readonly lost: boolean }) {
  return (
    <div className="figures" data-old={lost || undefined} aria-busy={figures === null}>
      <Figure label="Transactions a second" value={figures && tenths.format(figures.perSecond)} id="figure-rate">
        {figures && <Sparkline values={figures.minute} />}
      </Figure>
      <Figure label="Transactions so far" value={figures && whole.format(figures.transactions)} id="figure-transactions" />
      <Figure label="Accounts" value={figures && whole.format(figures.accounts)} id="figure-accounts" />
    </div>
  )
}

interface Props {
  readonly label: string
  readonly value: string | null
  readonly id: string
  readonly children?: ReactNode
}

function Figure({ label, value, id, children }: Props) {
  return (
    <Card size={{ initial: '2', sm: '3' }} className="figure-card">
      <Text as="div" size="2" color="gray">
        {label}
      </Text>
      <Text as="div" size="8" weight="bold" className="figure" id={id}>
        {value ?? <Skeleton width="3ch">000</Skeleton>}
      </Text>
      {children}
    </Card>
  )
}

const SECONDS = 60
const HEIGHT = 40

/** The last minute as a line; the figure beside it says the same for who does not see it. */
function Sparkline({ values }: { readonly values: readonly number[] }) {
  const highest = Math.max(1, ...values)
  const points = values.map((value, index) => {
    const x = ((SECONDS - values.length + index) / (SECONDS - 1)) * 100
    return `${x.toFixed(2)},${(HEIGHT - 2 - (value / highest) * (HEIGHT - 6)).toFixed(2)}`
  })
  const first = points[0]?.split(',')[0] ?? '100'
  return (
    <svg className="sparkline" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      {/* All of the minute, so that in the first seconds the line is seen to begin at its end. */}
      <path className="ground" d={`M0,${HEIGHT}H100`} />
      <polygon points={`${first},${HEIGHT} ${points.join(' ')} 100,${HEIGHT}`} />
      <polyline points={points.join(' ')} />
    </svg>
  )
}
