// What Maven calls: `node build/run.mjs site` and `node build/run.mjs check`. Each step is left out when nothing that it
// depends on changed since it last succeeded.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpointSchema, requireSources, topologyFolder } from './sources.mjs'

const configuration = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'codegen.ts', '.oxlintrc.json']
const inputs = ['src', 'public', 'build', 'dev', 'index.html', ...configuration]
const site = 'target/site/index.html'

function files(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => files(join(path, name)))
}

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const file of paths.flatMap(files)) {
    hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function npm(...args) {
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { stdio: 'inherit' })
}

/** Does the work unless it succeeded before with the same inputs; the mark is replaced only after success. */
function step(name, stamp, paths, isThere, work) {
  const now = fingerprint(paths)
  if (isThere() && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
    console.log(`${name}: nothing changed`)
    return
  }
  rmSync(stamp, { force: true })
  work()
  writeFileSync(stamp, now)
}

function install() {
  step('packages', 'node_modules/.installed', ['package.json', 'package-lock.json', '.npmrc'], () => existsSync('node_modules'), () => npm('ci', '--include=dev', '--no-progress', '--loglevel=error'))
}

const goals = {
  site() {
    requireSources()
    install()
    step('site', 'target/site.stamp', [...inputs, topologyFolder, endpointSchema], () => existsSync(site), () => {
      npm('run', '--silent', 'build')
      // Maven only adds to what it copied before, and the names of the assets change with their contents.
      rmSync('target/classes/META-INF/resources', { recursive: true, force: true })
    })
  },
  check() {
    step('checks', 'target/check.stamp', [...inputs, topologyFolder, endpointSchema], () => true, () => npm('run', '--silent', 'check'))
  },
}

const goal = goals[process.argv[2]]
if (!goal) {
  console.error('Usage: node build/run.mjs site|check')
  process.exit(2)
}
mkdirSync('target', { recursive: true })
goal()
