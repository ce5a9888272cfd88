// What Maven calls: gets the packages of package-lock.json, unless they are here, and puts GraphiQL's files where the endpoint
// serves them from. Nothing of GraphiQL comes from another site when it is used.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const lock = readFileSync('package-lock.json', 'utf8')
const mark = 'node_modules/.installed'
const target = 'target/classes/graphiql'
const files = [
  'node_modules/react/umd/react.production.min.js',
  'node_modules/react-dom/umd/react-dom.production.min.js',
  'node_modules/graphiql/graphiql.min.js',
  'node_modules/graphiql/graphiql.min.css',
]

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-progress', '--loglevel=error'], { stdio: 'inherit' })
  writeFileSync(mark, lock)
}
mkdirSync(target, { recursive: true })
for (const file of files) {
  copyFileSync(file, join(target, basename(file)))
}
