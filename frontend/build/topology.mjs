// What the pages tell of topics and services comes from the topology file, too: by way of the description that the plugin
// writes beside the schema.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { topologyFolder } from './sources.mjs'

const { topology, fingerprint, topics, services } = JSON.parse(readFileSync(`${topologyFolder}/bank.json`, 'utf8'))
const told = {
  topology,
  fingerprint,
  // A topic without a subject holds records that could not be handled; it is part of no flow.
  topics: topics
    .filter((topic) => topic.subjects)
    .map(({ name, partitions, key, doc = '', replies = [], subjects }) => ({
      name,
      partitions,
      key: Array.isArray(key) ? key.join(', ') : key === '$time' ? 'time of sending' : key,
      doc,
      replies,
      record: Object.values(subjects)
        .map((record) => record.slice(record.lastIndexOf('.') + 1))
        .join(', '),
    })),
  services: services.map(({ name, doc = '', consumes, produces }) => ({ name, doc, consumes, produces })),
}
mkdirSync('target/generated', { recursive: true })
writeFileSync('target/generated/topology.json', JSON.stringify(told, null, 2) + '\n')
