// The pages' weight is a promise: all scripts together stay under 250 kB compressed.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limit = 250_000
const folder = 'target/site/assets'
const weigh = (ending) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .reduce((sum, name) => sum + gzipSync(readFileSync(`${folder}/${name}`), { level: 9 }).length, 0)
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const scripts = weigh('.js')
console.log(`compressed: scripts ${kilobytes(scripts)} of at most ${kilobytes(limit)}, styles ${kilobytes(weigh('.css'))}`)
if (scripts > limit) {
  console.error('The scripts are too large: load something later, or leave it out.')
  process.exit(1)
}
