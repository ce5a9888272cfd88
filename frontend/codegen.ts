import type { CodegenConfig } from '@graphql-codegen/cli'

/**
 * The types of every operation come from the bank's schema, which has two sources: what the topology plugin generates from
 * topology.yaml, and what bank-graphql adds by hand. A field that is removed from either breaks this build.
 */
const config: CodegenConfig = {
  schema: [
    '../bank-topology/target/classes/META-INF/topology/bank.graphqls',
    '../bank-graphql/src/main/resources/graphql/bank.graphqls',
  ],
  documents: ['src/**/*.graphql'],
  generates: {
    'target/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { Long: { input: 'number | string', output: 'string' }, UUID: 'string' },
        skipTypename: false,
        nonOptionalTypename: false,
      },
    },
  },
  silent: true,
}

export default config
