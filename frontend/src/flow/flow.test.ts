import { describe, expect, it } from 'vitest'
import { Dots, eventsPerDot } from './dots'
import { layersOf, layout } from './layout'
import { topology } from './topology'

describe('the diagram', () => {
  it('puts services in the order of the file, and each topic after who writes it first', () => {
    const layers = layersOf(topology)
    expect(layers.map(({ names }) => names[0])).toEqual([
      'heartbeat',
      'heartbeat',
      'command-generator',
      'confirm_account_creation',
      'command-handler',
      'account_creation_confirmed',
      'graphql-endpoint',
    ])
  })

  it.each(['across', 'down'] as const)('shows each service, topic and connection of the file once (%s)', (direction) => {
    const { boxes, edges, width, height } = layout(topology, direction)
    expect(boxes).toHaveLength(topology.services.length + topology.topics.length)
    const connections = topology.services.reduce((sum, { consumes, produces }) => sum + consumes.length + produces.length, 0)
    expect(edges).toHaveLength(connections)
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(width)
      expect(box.y + box.height).toBeLessThanOrEqual(height)
    }
  })

  it('gives a topic that is new in the file a place', () => {
    const more = {
      topics: [...topology.topics, { name: 'audit', partitions: 1, key: 'id', doc: '', record: 'Audit', replies: [] }],
      services: topology.services.map((service) => (service.name === 'command-handler' ? { ...service, produces: [...service.produces, 'audit'] } : service)),
    }
    expect(layersOf(more)[5]?.names).toContain('audit')
  })
})

describe('the dots', () => {
  const { edges } = layout(topology, 'across')

  it.each([
    [0, 1],
    [15, 1],
    [16, 2],
    [300, 20],
    [3000, 200],
  ])('at %d events a second stand for %d each', (most, each) => {
    expect(eventsPerDot(most)).toBe(each)
  })

  it('go from the writer to the topic, then to each reader', () => {
    const dots = new Dots({ edges }, () => 0).ofSecond(new Map([['account_creation_confirmed', 1]]), 1, 0)
    expect(dots.map(({ edge }) => `${edges[edge]?.kind} ${edges[edge]?.service}`)).toEqual([
      'write command-handler',
      'read command-generator',
      'read graphql-endpoint',
    ])
  })

  it('lose no event: what does not fill a dot counts in the next second', () => {
    const dots = new Dots({ edges }, () => 0)
    const seconds = Array.from({ length: 10 }, () => dots.ofSecond(new Map([['heartbeat', 3]]), 10, 0).length)
    // Ten seconds of three events are three dots of ten, each on two edges.
    expect(seconds.reduce((sum, count) => sum + count, 0)).toBe(6)
  })
})
