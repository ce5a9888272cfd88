// A stand-in for the bank, to work on the pages without Kafka: `npm run bank`, beside `npm run dev`. It answers the schema's
// operations from memory and makes up customers. It is part of no build.
import { createServer } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { buildSchema, execute, parse, validate } from 'graphql'
import { useServer as serveGraphQl } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { endpointSchema, topologyFolder } from '../build/sources.mjs'
import { Ledger, COMPANY } from './ledger.mjs'
import { operations } from './operations.mjs'

const port = Number(process.env.PORT ?? 8181)
const perSecond = Number(process.env.RATE ?? 5)
const site = process.env.SITE ?? 'target/site'
// Each transaction one of the account that the home page shows.
const companyOnly = process.env.COMPANY_ONLY === '1'

const schema = buildSchema([`${topologyFolder}/bank.graphqls`, endpointSchema].map((file) => readFileSync(file, 'utf8')).join('\n'))
const ledger = new Ledger(Number(process.env.ACCOUNTS ?? 45))
const sessions = new Map()
const rootValue = operations(ledger, sessions)

const resolveType = (value) => value.__typename
for (const type of Object.values(schema.getTypeMap())) if (type.astNode?.kind === 'UnionTypeDefinition') type.resolveType = resolveType

const cookie = (request) => /bank_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' }

const server = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://x').pathname
  if (path === '/graphql') {
    let body = ''
    for await (const part of request) body += part
    const { query, variables } = JSON.parse(body)
    const document = parse(query)
    const errors = validate(schema, document)
    const context = { session: cookie(request), setCookie: (value) => response.setHeader('Set-Cookie', value) }
    const result = errors.length > 0 ? { errors } : await execute({ schema, document, rootValue, variableValues: variables, contextValue: context })
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(result))
    return
  }
  if (path === '/load-results.json') {
    const file = process.env.RESULTS
    response.statusCode = file ? 200 : 204
    response.setHeader('Content-Type', 'application/json')
    response.end(file ? readFileSync(file) : '')
    return
  }
  let file = join(site, path)
  if (path === '/' || !existsSync(file)) file = join(site, 'index.html')
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'text/plain')
  response.end(readFileSync(file))
})

const sockets = new WebSocketServer({ server, path: '/graphql' })
serveGraphQl({ schema, roots: { subscription: rootValue }, context: (ctx) => ({ session: cookie(ctx.extra.request) }) }, sockets)

setInterval(() => {
  for (let i = 0; i < perSecond / 10; i++) if (perSecond >= 10 || Math.random() < perSecond / 10) ledger.random(companyOnly)
}, 100)
setInterval(() => ledger.tick(), 1000)
server.listen(port, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${port}, company account ${COMPANY}\n`))
