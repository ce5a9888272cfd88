import type { ToldTopology } from './topology'

/** across: from left to right, for wide screens; down: from top to bottom, for narrow ones. */
export type Direction = 'across' | 'down'

export interface Box {
  readonly name: string
  readonly kind: 'service' | 'topic'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Edge {
  readonly topic: string
  readonly service: string
  /** write: the service writes to the topic; read: it reads from it. */
  readonly kind: 'write' | 'read'
  /** Against the direction of the diagram. */
  readonly back: boolean
  /** For an SVG path, from where an event comes to where it goes. */
  readonly path: string
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly edges: readonly Edge[]
}

export interface Layer {
  readonly kind: Box['kind']
  readonly names: readonly string[]
}

/**
 * Services in the order of the topology file; between two of them the topics that the first one is the first to write to. So a
 * topic that is added to the file has its place without a change here.
 */
export function layersOf({ topics, services }: ToldTopology): readonly Layer[] {
  const placed = new Set<string>()
  const layers: Layer[] = []
  for (const service of services) {
    layers.push({ kind: 'service', names: [service.name] })
    const written = topics.map(({ name }) => name).filter((name) => service.produces.includes(name) && !placed.has(name))
    for (const name of written) placed.add(name)
    if (written.length > 0) layers.push({ kind: 'topic', names: written })
  }
  return layers
}

export function layout(told: ToldTopology, direction: Direction): Layout {
  return direction === 'across' ? across(told) : down(told)
}

const ACROSS = { service: 152, topic: 192, gap: 30, serviceHeight: 64, topicHeight: 58, pitch: 74, lane: 14 }

function across(told: ToldTopology): Layout {
  const layers = layersOf(told)
  const deepest = Math.max(...layers.map(({ names }) => names.length))
  const top = 3 * ACROSS.lane
  const middle = top + (deepest * ACROSS.pitch) / 2
  const boxes: Placed[] = []
  let x = 1
  for (const [layer, { kind, names }] of layers.entries()) {
    const service = kind === 'service'
    const width = service ? ACROSS.service : ACROSS.topic
    const height = service ? ACROSS.serviceHeight : ACROSS.topicHeight
    for (const [index, name] of names.entries()) {
      const y = middle + (index - (names.length - 1) / 2) * ACROSS.pitch - height / 2
      boxes.push({ name, kind, x, y, width, height, layer })
    }
    x += width + ACROSS.gap
  }
  const bottom = middle + (deepest * ACROSS.pitch) / 2
  let lanesAbove = 0
  let lanesBelow = 0
  const edges = edgesOf(told, boxes, (from, to) => {
    const [fromY, toY] = [from.y + from.height / 2, to.y + to.height / 2]
    if (from.layer < to.layer) {
      const [startX, endX] = [from.x + from.width, to.x]
      const bend = (startX + endX) / 2
      return `M${startX},${fromY} C${bend},${fromY} ${bend},${toY} ${endX},${toY}`
    }
    if (to.kind === 'service') {
      const lane = top - ACROSS.lane * (1 + lanesAbove++)
      const out = from.x + from.width + 10
      const goal = to.x + to.width / 2
      return rounded([[from.x + from.width, fromY - 12], [out, fromY - 12], [out, lane], [goal, lane], [goal, to.y]])
    }
    const lane = bottom + ACROSS.lane * (1 + lanesBelow)
    const goal = to.x - 16 + 6 * lanesBelow
    const start = from.x + from.width / 2 + 10 * lanesBelow++
    return rounded([[start, from.y + from.height], [start, lane], [goal, lane], [goal, toY + 12], [to.x, toY + 12]])
  })
  return { width: x - ACROSS.gap + 1, height: bottom + ACROSS.lane * (lanesBelow + 1), boxes, edges }
}

const DOWN = { width: 380, service: 176, topic: 268, serviceHeight: 44, topicHeight: 50, gap: 22, within: 10 }

function down(told: ToldTopology): Layout {
  const layers = layersOf(told)
  const boxes: Placed[] = []
  let y = 2
  for (const [layer, { kind, names }] of layers.entries()) {
    const service = kind === 'service'
    const width = service ? DOWN.service : DOWN.topic
    const height = service ? DOWN.serviceHeight : DOWN.topicHeight
    for (const name of names) {
      boxes.push({ name, kind, x: (DOWN.width - width) / 2, y, width, height, layer })
      y += height + DOWN.within
    }
    y += DOWN.gap - DOWN.within
  }
  // What goes down keeps to the inner lanes, what goes up to the outer ones; writing on the left, reading on the right.
  const edges = edgesOf(told, boxes, (from, to) => {
    const back = from.layer > to.layer
    const nudge = back ? 9 : 0
    const [fromY, toY] = [from.y + from.height / 2 + nudge, to.y + to.height / 2 + nudge]
    if (to.kind === 'topic') {
      const lane = back ? 8 : 30
      return rounded([[from.x, fromY], [lane, fromY], [lane, toY], [to.x, toY]])
    }
    const lane = DOWN.width - (back ? 8 : 30)
    return rounded([[from.x + from.width, fromY], [lane, fromY], [lane, toY], [to.x + to.width, toY]])
  })
  return { width: DOWN.width, height: y - DOWN.gap + 2, boxes, edges }
}

type Placed = Box & { readonly layer: number }

function edgesOf(told: ToldTopology, boxes: readonly Placed[], route: (from: Placed, to: Placed) => string): Edge[] {
  return told.services.flatMap((service) => {
    const own = boxes.find((box) => box.kind === 'service' && box.name === service.name)
    const edge = (name: string, kind: Edge['kind']): Edge[] => {
      const topic = boxes.find((box) => box.kind === 'topic' && box.name === name)
      if (!own || !topic) return []
      const [from, to] = kind === 'write' ? [own, topic] : [topic, own]
      return [{ topic: name, service: service.name, kind, back: from.layer > to.layer, path: route(from, to) }]
    }
    return [...service.produces.flatMap((name) => edge(name, 'write')), ...service.consumes.flatMap((name) => edge(name, 'read'))]
  })
}

type Point = readonly [x: number, y: number]

const RADIUS = 8

/** Straight lines through the points, with round corners. */
function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${first[0]},${first[1]}`
  let before = first
  for (const [index, corner] of rest.entries()) {
    const next = rest[index + 1]
    if (next) {
      const enter = towards(corner, before)
      const leave = towards(corner, next)
      path += ` L${enter[0]},${enter[1]} Q${corner[0]},${corner[1]} ${leave[0]},${leave[1]}`
    } else {
      path += ` L${corner[0]},${corner[1]}`
    }
    before = corner
  }
  return path
}

function towards([x, y]: Point, [goalX, goalY]: Point): Point {
  const distance = Math.hypot(goalX - x, goalY - y)
  const part = distance === 0 ? 0 : Math.min(RADIUS, distance / 2) / distance
  return [x + (goalX - x) * part, y + (goalY - y) * part]
}
