// @vitest-environment node
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, it } from 'vitest'
import { topologyFolder } from './sources.mjs'

const run = promisify(execFile)
const folder = 'target/contract'
const schema = readFileSync(`${topologyFolder}/bank.graphqls`, 'utf8')

/** Makes the types of a schema that the topology plugin would have generated, beside those of the build. */
async function typesOf(changed: string): Promise<string> {
  expect(changed).not.toBe(schema)
  writeFileSync(`${folder}/bank.graphqls`, changed)
  const config = readFileSync('codegen.ts', 'utf8')
    .replace(`../bank-topology/target/classes/META-INF/topology/bank.graphqls`, `${folder}/bank.graphqls`)
    .replace('target/generated/', `${folder}/generated/`)
  writeFileSync(`${folder}/codegen.ts`, config)
  await run('npx', ['graphql-codegen', '--config', `${folder}/codegen.ts`])
  return readFileSync(`${folder}/generated/graphql.ts`, 'utf8')
}

/** @returns what the compiler says of the pages with these types */
async function compile(): Promise<string> {
  const paths = { '#generated/graphql': ['./generated/graphql.ts'] }
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ extends: '../../tsconfig.json', compilerOptions: { paths }, include: ['../../src'] }))
  return run('npx', ['tsc', '-p', `${folder}/tsconfig.json`]).then(
    () => '',
    (failed: { stdout: string }) => failed.stdout,
  )
}

describe('the topology file decides what the pages can say', () => {
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  })

  it('a field that is added there is in the types after a build', async () => {
    const types = await typesOf(schema.replace('input ConfirmMoneyTransferInput {', 'input ConfirmMoneyTransferInput {\n  reference: String'))
    expect(types).toMatch(/type ConfirmMoneyTransferInput = \{[^}]*reference\?:/)
    expect(await compile()).toBe('')
  }, 120_000)

  it('a field that is removed there breaks the compilation where it is used', async () => {
    await typesOf(schema.replace(/(input ConfirmMoneyTransferInput \{[^}]*)\n {2}description: String!/, '$1'))
    expect(await compile()).toMatch(/TransferForm\.tsx.*'description' does not exist in type 'ConfirmMoneyTransferInput'/)
  }, 120_000)
})
