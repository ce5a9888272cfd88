import uPlot from 'uplot'
import { outline } from './marks'
import type { Scale } from './scale'
import type { Chart, Curve } from './sections'

/** How one chart is drawn; its axes may be those of several charts. */
export interface Drawing {
  readonly chart: Chart
  readonly height: number
  readonly x: Axis
  readonly y: Axis
}

export interface Axis {
  readonly scale: Scale
  readonly from: number
  readonly to: number
}

export const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

const FONT = '"Inter Variable", sans-serif'
const RADIUS = 3.6
/**
 * In pixels of the page. Where marks would stand nearer than that, as beads on a string, only some are drawn. Of few, each is worth a
 * mark until they touch.
 */
const MARKS_APART = { few: 8, many: 12 }
const FEWER_MARKS_APART = { few: 12, many: 36 }
const FEW_MARKS = 8
const LETTERS_APART = 12
/** More letters than these are a cloud in a small plot; marks and colours tell its curves apart. */
const MOST_LETTERS = { small: 3, below: 160 }

export const loadsOf = (curves: readonly Curve[]): number[] => [...new Set(curves.flatMap(({ values }) => [...values.keys()]))].toSorted((a, b) => a - b)

/** Where the values stand on the axes: uPlot knows places only, as it has no scale with a zero that is logarithmic. */
export function placesOf({ chart: { curves }, x, y }: Drawing): uPlot.AlignedData {
  const loads = loadsOf(curves)
  const placed = curves.map(({ values }) => loads.map((load) => place(values.get(load), y.scale)))
  return [loads.map(x.scale.place), ...placed]
}

const place = (value: number | undefined, scale: Scale): number | null => (value === undefined ? null : scale.place(value))

/** @param onPoint told of the place in the list of loads that the mouse is at, or null */
export function optionsOf(drawing: Drawing, box: HTMLElement, onPoint: (plot: uPlot, index: number | null) => void): uPlot.Options {
  const colour = (name: string) => getComputedStyle(box).getPropertyValue(name).trim()
  const line = { font: `11px ${FONT}`, stroke: colour('--gray-11'), grid: { stroke: colour('--gray-a3'), width: 1 }, ticks: { stroke: colour('--gray-a5'), size: 4 }, gap: 4 }
  const { chart, x, y, height } = drawing
  return {
    width: box.clientWidth,
    height,
    padding: [10, 20, 0, 0],
    legend: { show: false },
    cursor: { y: false, sync: { key: 'load' }, points: { size: 9 } },
    scales: { x: { time: false, range: (_, from, to) => widened(drawing, from, to) }, y: { range: () => [y.scale.place(y.from), y.scale.place(y.to)] } },
    axes: [
      { ...line, size: 26, splits: splits(x.scale, () => (box.clientWidth - 70) / 46), values: written(x.scale) },
      { ...line, size: (_, values) => 14 + 6.4 * Math.max(1, ...(values ?? []).map(({ length }) => length)), splits: splits(y.scale, () => (height - 36) / 34), values: written(y.scale) },
    ],
    series: [
      {},
      ...chart.curves.map(({ member: { mark } }) => ({
        stroke: colour(mark.colour),
        width: 1.8,
        spanGaps: true,
        points: { show: false },
        ...(mark.dashed && { dash: [5, 4] }),
      })),
    ],
    hooks: {
      draw: [
        (plot) => {
          if (height >= MOST_LETTERS.below || chart.curves.length <= MOST_LETTERS.small) drawLetters(plot, chart.curves, colour)
          chart.curves.forEach((one, index) => drawPoints(plot, one, index + 1, drawing, colour))
        },
      ],
      setCursor: [(plot) => onPoint(plot, plot.over.matches(':hover') ? (plot.cursor.idx ?? null) : null)],
    },
  }
}

/** @param most of the room that the labels leave, which is known before there are any */
const splits = (scale: Scale, most: () => number) => (_: uPlot, __: number, from: number, to: number) =>
  scale.ticks(scale.valueAt(from), scale.valueAt(to), most()).map(scale.place)

const written = (scale: Scale) => (_: uPlot, places: number[]) => places.map((at) => number.format(Number(scale.valueAt(at).toPrecision(9))))

/**
 * All loads, those of other charts, too, with some room at the sides, so that no mark is cut; what was zoomed to as it is.
 *
 * @param from with to, what uPlot would show: all of this chart, or what was zoomed to
 */
export function widened({ chart, x }: Drawing, from: number, to: number): [number, number] {
  const own = loadsOf(chart.curves).map(x.scale.place)
  if (from > (own[0] ?? from) || to < (own.at(-1) ?? to)) return [from, to]
  const [first, last] = [x.scale.place(x.from), x.scale.place(x.to)]
  const room = (last - first) * 0.03
  return [first - room, last + room]
}

/** The standard errors and the marks of one curve. */
function drawPoints({ ctx, data, valToPos, bbox }: uPlot, { member: { mark }, errors, values }: Curve, series: number, { chart, y }: Drawing, colour: (name: string) => string): void {
  const ratio = uPlot.pxRatio
  const points = loadsOf(chart.curves).flatMap((load, index) => {
    const value = values.get(load)
    const left = valToPos(data[0][index] ?? 0, 'x', true)
    const isIn = left > bbox.left - 1 && left < bbox.left + bbox.width + 1
    return value === undefined || !isIn ? [] : [{ left, value, error: errors.get(load) }]
  })
  const top = (value: number) => valToPos(y.scale.place(Math.max(0, value)), 'y', true)
  ctx.save()
  ctx.strokeStyle = colour(mark.colour)
  ctx.fillStyle = ctx.strokeStyle
  ctx.lineWidth = 1.4 * ratio
  ctx.setLineDash([])
  for (const { left, value, error } of marked(points, ratio, (series - 1) / chart.curves.length)) {
    if (error) ctx.stroke(new Path2D(errorBar(left, top(value - error), top(value + error), 3 * ratio)))
    const shape = new Path2D(outline(mark.shape, left, top(value), RADIUS * ratio))
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is no array
    ctx.fill(shape)
  }
  ctx.restore()
}

/**
 * Those of a curve's points that get a mark, the last one always.
 *
 * @param ratio pixels of the canvas for one of the page
 * @param phase from 0 to 1: curves of many points that lie over each other have their marks at different places
 */
export function marked<T extends { readonly left: number }>(points: readonly T[], ratio: number, phase: number): readonly T[] {
  const first = points[0]?.left ?? 0
  const length = (points.at(-1)?.left ?? 0) - first
  const howMany = points.length <= FEW_MARKS ? 'few' : 'many'
  const crowded = length < MARKS_APART[howMany] * ratio * (points.length - 1)
  const distance = (crowded ? FEWER_MARKS_APART : MARKS_APART)[howMany] * ratio
  let next = crowded && howMany === 'many' ? first + phase * distance : first
  return points.filter(({ left }, index) => {
    if (left < next && index < points.length - 1) return false
    next = left + distance
    return true
  })
}

const errorBar = (x: number, low: number, high: number, half: number): string => `M${x},${low}V${high}M${x - half},${low}h${2 * half}M${x - half},${high}h${2 * half}`

/** Each curve's letter at its last point, none over another. */
function drawLetters({ ctx, data, valToPos, bbox }: uPlot, curves: readonly Curve[], colour: (name: string) => string): void {
  if (curves.length < 2) return
  const ratio = uPlot.pxRatio
  const ends = curves.flatMap(({ member: { mark } }, index) => {
    const places = data[index + 1] ?? []
    const last = places.findLastIndex((at, of) => at !== null && at !== undefined && valToPos(data[0][of] ?? 0, 'x', true) <= bbox.left + bbox.width + 1)
    const at = places[last]
    return at === undefined || at === null ? [] : [{ mark, x: valToPos(data[0][last] ?? 0, 'x', true) + 8 * ratio, y: valToPos(at, 'y', true) }]
  })
  ctx.save()
  ctx.font = `600 ${11 * ratio}px ${FONT}`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  ctx.lineJoin = 'round'
  ctx.lineWidth = 3 * ratio
  ctx.setLineDash([])
  ctx.strokeStyle = colour('--plot-paper')
  for (const { mark, x, y } of apart(ends, LETTERS_APART * ratio, bbox.top, bbox.top + bbox.height)) {
    ctx.fillStyle = colour(mark.colour)
    ctx.strokeText(mark.letter, x, y)
    ctx.fillText(mark.letter, x, y)
  }
  ctx.restore()
}

/** The same, each moved to the nearest place that is free of those before it by this distance; in the order of their height, between top and bottom. */
export function apart<T extends { readonly x: number; readonly y: number }>(labels: readonly T[], distance: number, top: number, bottom: number): T[] {
  const placed: T[] = []
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const own = Math.min(label.y, bottom)
    const near = placed.filter(({ x }) => Math.abs(x - label.x) < distance)
    const candidates = [own, ...near.flatMap(({ y }) => [y + distance, y - distance])]
    const free = candidates.filter((at) => at >= top && at <= bottom && near.every(({ y }) => Math.abs(y - at) >= distance))
    const y = free.toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own))[0] ?? own
    placed.push({ ...label, y })
  }
  return placed
}
