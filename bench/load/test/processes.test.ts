import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { ProcessTree, parents, withDescendants } from '../src/system/processes.js'

describe('what processes use', () => {
  it('is that of all descendants together', async () => {
    // A shell, its child that works, and its child that waits.
    const shell = spawn('bash', ['-c', 'while :; do :; done & sleep 60 & echo there; wait'], { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
    try {
      await once(shell.stdout, 'data')
      const tree = new ProcessTree(shell.pid as number)
      const first = tree.use(parents(), performance.now())
      expect(first?.cpuPercent).toBeNull()
      expect(first?.memoryMib).toBeGreaterThan(0.1)
      let later = tree.use(parents(), performance.now())
      // On a machine that is busy it may have to wait for its turn.
      while (!later?.cpuPercent) {
        await new Promise((resolve) => setTimeout(resolve, 100))
        later = tree.use(parents(), performance.now())
      }
      expect(later.cpuPercent).toBeGreaterThan(0)
      expect(withDescendants(shell.pid as number, parents())).toHaveLength(3)
    } finally {
      process.kill(-(shell.pid as number), 'SIGKILL')
    }
  })

  it('is left out of a process that is gone', async () => {
    const gone = spawn('true')
    await once(gone, 'exit')
    expect(new ProcessTree(gone.pid as number).use(parents(), 0)).toBeNull()
  })
})
