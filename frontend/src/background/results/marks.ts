/** By what the curves of one group are known in all plots: each of letter, shape and colour is enough. */
export interface Mark {
  readonly letter: string
  /** A colour's name in the style sheet, which has a light and a dark one for it. */
  readonly colour: string
  readonly shape: Shape
  readonly dashed: boolean
}

export type Shape = (typeof SHAPES)[number]

const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'wedge', 'cross'] as const
const COLOURS = 8

/** Of the group with this number, from 0 on. Those that others measured are grey and dashed. */
export function markOf(index: number, foreign: boolean): Mark {
  return {
    letter: letterOf(index),
    colour: foreign ? '--gray-10' : `--plot-${(index % COLOURS) + 1}`,
    // Three more steps with each round of the colours, so that no two of the first 48 look the same, and no two in a row have one shape.
    shape: SHAPES[(index + 3 * Math.floor(index / COLOURS)) % SHAPES.length] ?? 'circle',
    dashed: foreign,
  }
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`
}

/** The outline of a mark around a point, as an SVG path, which a canvas takes, too. */
export function outline(shape: Shape, x: number, y: number, radius: number): string {
  const r = radius
  switch (shape) {
    case 'circle':
      return `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`
    case 'square':
      return `M${x - r * 0.9},${y - r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}Z`
    case 'triangle':
      return `M${x},${y - r * 1.2}l${r * 1.15},${r * 2}h${-r * 2.3}Z`
    case 'wedge':
      return `M${x},${y + r * 1.2}l${r * 1.15},${-r * 2}h${-r * 2.3}Z`
    case 'diamond':
      return `M${x},${y - r * 1.3}l${r * 1.2},${r * 1.3}l${-r * 1.2},${r * 1.3}l${-r * 1.2},${-r * 1.3}Z`
    case 'cross': {
      const arm = r * 0.45
      return `M${x - arm},${y - r * 1.2}h${arm * 2}v${r * 1.2 - arm}h${r * 1.2 - arm}v${arm * 2}h${arm - r * 1.2}v${r * 1.2 - arm}h${-arm * 2}v${arm - r * 1.2}h${arm - r * 1.2}v${-arm * 2}h${r * 1.2 - arm}Z`
    }
  }
}
