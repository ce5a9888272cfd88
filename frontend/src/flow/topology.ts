import told from '#generated/topology.json'

/** What the pages know of the topology: made from the topology file by the build. */
export interface ToldTopology {
  readonly topics: readonly ToldTopic[]
  readonly services: readonly ToldService[]
}

export interface ToldTopic {
  readonly name: string
  readonly partitions: number
  readonly key: string
  readonly doc: string
  readonly record: string
  readonly replies: readonly string[]
}

export interface ToldService {
  readonly name: string
  readonly doc: string
  readonly consumes: readonly string[]
  readonly produces: readonly string[]
}

export const topology: ToldTopology = told
