import { useEffect, useRef, type RefObject } from 'react'
import type { TopicActivity } from './activity'
import { Dots, eventsPerDot, TRAVEL_MS, type Dot } from './dots'
import type { Layout } from './layout'

interface Props {
  readonly layout: Layout
  readonly paths: RefObject<(SVGPathElement | null)[]>
  readonly activity: ReadonlyMap<string, TopicActivity>
  readonly onPerDot: (events: number) => void
}

const SAMPLES = 48
const RADIUS = 3.2

/** From one picture to the next: half of a usual screen's, which nobody sees of a slow dot, and which leaves the processor to the lists. */
const PAUSE_MS = 20

/** Draws the events on their way, on a canvas over the diagram: a hundred moving elements would cost more than one. */
export function DotCanvas({ layout, paths, activity, onPerDot }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scene = useRef<Scene | null>(null)
  const dots = useRef<Dots | null>(null)

  useEffect(() => {
    if (!canvas.current) return
    const current = new Scene(canvas.current, layout, paths.current)
    scene.current = current
    dots.current = new Dots(layout)
    return () => current.stop()
  }, [layout, paths])

  useEffect(() => {
    const busiest = Math.max(0, ...[...activity.values()].map(({ rate }) => rate))
    const perDot = eventsPerDot(busiest)
    onPerDot(perDot)
    // A page in the background paints nothing, and shall not have a crowd of dots when it comes back.
    if (document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const arrived = new Map([...activity].map(([topic, { arrived: count }]) => [topic, count]))
    scene.current?.add(dots.current?.ofSecond(arrived, perDot, performance.now()) ?? [])
  }, [activity, onPerDot])

  return <canvas ref={canvas} aria-hidden className="dots" />
}

/** Paints as long as a dot is on its way and the diagram is in sight, and rests otherwise. */
class Scene {
  readonly #canvas: HTMLCanvasElement
  readonly #layout: Layout
  readonly #ways: readonly (readonly DOMPoint[])[]
  readonly #size: ResizeObserver
  readonly #sight: IntersectionObserver
  #inSight = true
  #dots: Dot[] = []
  #pause: ReturnType<typeof setTimeout> | undefined
  #frame = 0
  #colour = ''

  constructor(canvas: HTMLCanvasElement, layout: Layout, paths: readonly (SVGPathElement | null)[]) {
    this.#canvas = canvas
    this.#layout = layout
    this.#ways = layout.edges.map((_, edge) => sample(paths[edge] ?? null))
    this.#size = new ResizeObserver(([entry]) => {
      if (!entry) return
      canvas.width = Math.round(entry.contentRect.width * devicePixelRatio)
      canvas.height = Math.round(entry.contentRect.height * devicePixelRatio)
    })
    this.#size.observe(canvas)
    this.#sight = new IntersectionObserver((entries) => {
      this.#inSight = entries.at(-1)?.isIntersecting ?? true
    })
    this.#sight.observe(canvas)
  }

  add(dots: readonly Dot[]): void {
    if (!this.#inSight || dots.length === 0) return
    this.#dots.push(...dots)
    // Once a second, not in each frame: it makes the browser work out all styles that changed.
    this.#colour = getComputedStyle(this.#canvas).color
    if (this.#pause === undefined && this.#frame === 0) this.#goOn()
  }

  stop(): void {
    clearTimeout(this.#pause)
    cancelAnimationFrame(this.#frame)
    this.#size.disconnect()
    this.#sight.disconnect()
    this.#dots = []
  }

  readonly #paint = (now: number): void => {
    this.#frame = 0
    const canvas = this.#canvas
    const context = canvas.getContext('2d')
    if (!context) return
    const scale = canvas.width / this.#layout.width
    context.setTransform(scale, 0, 0, scale, 0, 0)
    context.clearRect(0, 0, this.#layout.width, this.#layout.height)
    context.fillStyle = this.#colour
    this.#dots = this.#inSight ? this.#dots.filter(({ starts }) => now < starts + TRAVEL_MS) : []
    context.beginPath()
    for (const { edge, starts } of this.#dots) {
      if (now < starts) continue
      const point = this.#ways[edge]?.[Math.floor(ease((now - starts) / TRAVEL_MS) * SAMPLES)]
      if (!point) continue
      context.moveTo(point.x + RADIUS, point.y)
      context.arc(point.x, point.y, RADIUS, 0, 2 * Math.PI)
    }
    context.fill()
    this.#goOn()
  }

  #goOn(): void {
    if (this.#dots.length === 0) return
    this.#pause = setTimeout(() => {
      this.#pause = undefined
      this.#frame = requestAnimationFrame(this.#paint)
    }, PAUSE_MS)
  }
}

function sample(path: SVGPathElement | null): DOMPoint[] {
  if (!path) return []
  const length = path.getTotalLength()
  return Array.from({ length: SAMPLES + 1 }, (_, index) => path.getPointAtLength((length * index) / SAMPLES))
}

const ease = (part: number): number => part * part * (3 - 2 * part)
