import { existsSync } from 'node:fs'

/** Where the topology plugin writes the schema and the description of the topology. */
export const topologyFolder = '../bank-topology/target/classes/META-INF/topology'

/** The schema that bank-graphql adds by hand. */
export const endpointSchema = '../bank-graphql/src/main/resources/graphql/bank.graphqls'

/** @throws {Error} that says what to run, when a source is not there */
export function requireSources() {
  for (const file of [`${topologyFolder}/bank.graphqls`, `${topologyFolder}/bank.json`, endpointSchema]) {
    if (!existsSync(file)) {
      throw new Error(`${file} is missing. In the project's root: mvn -pl bank-topology -am test-compile`)
    }
  }
}
