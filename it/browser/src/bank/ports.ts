import { createServer } from 'node:net'

const FIRST = 21_000
const LAST = 29_000

/** The first of so many free ports in a row: a broker takes the ones after its own, too. */
export async function freeBlock(size: number): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const base = FIRST + Math.floor((Math.random() * (LAST - FIRST)) / size) * size
    const free = await Promise.all(Array.from({ length: size }, (_, index) => isFree(base + index)))
    if (free.every(Boolean)) return base
  }
  throw new Error(`no ${size} free ports in a row between ${FIRST} and ${LAST}`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
