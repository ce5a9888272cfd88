import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { ProcessTree, processes, ticksSpent, withDescendants, type Process } from '../src/system/processes.js'

describe('what processes use', () => {
  it('is that of all descendants together', async () => {
    // A shell, its child that works, and its child that waits.
    const shell = spawn('bash', ['-c', 'while :; do :; done & sleep 60 & echo there; wait'], { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
    try {
      await once(shell.stdout, 'data')
      const tree = new ProcessTree(shell.pid as number)
      const first = tree.use(processes(), performance.now())
      expect(first?.cpuPercent).toBeNull()
      expect(first?.memoryMib).toBeGreaterThan(0.1)
      let later = tree.use(processes(), performance.now())
      // On a machine that is busy it may have to wait for its turn.
      while (!later?.cpuPercent) {
        await new Promise((resolve) => setTimeout(resolve, 100))
        later = tree.use(processes(), performance.now())
      }
      expect(later.cpuPercent).toBeGreaterThan(0)
      expect(withDescendants(shell.pid as number, processes())).toHaveLength(3)
    } finally {
      process.kill(-(shell.pid as number), 'SIGKILL')
    }
  })

  it('has the time of children that end between readings, once', async () => {
    // One child after the other, each of some milliseconds, and then nothing.
    const child = 'i=0; while [ $i -lt 3000 ]; do i=$((i+1)); done'
    const shell = spawn('bash', ['-c', 'for n in {1..40}; do bash -c "$0"; done; echo done; read -r', child], { stdio: ['pipe', 'pipe', 'inherit'] })
    const pid = shell.pid as number
    try {
      let ended = false
      const done = once(shell.stdout, 'data').then(() => {
        ended = true
      })
      const first = processes()
      let at = 0
      let percentSeconds = 0
      const tree = new ProcessTree(pid)
      tree.use(first, at)
      const before = first.get(pid)
      for (let last = false; !last; last = ended) {
        await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 20))])
        percentSeconds += tree.use(processes(), ++at * 1000)?.cpuPercent ?? 0
      }
      percentSeconds += tree.use(processes(), ++at * 1000)?.cpuPercent ?? 0
      const after = processes().get(pid)
      const spent = (after?.own ?? 0) + (after?.ended ?? 0) - (before?.own ?? 0) - (before?.ended ?? 0)
      expect(after?.ended).toBeGreaterThan(20)
      // All that the system says of them, to the tick: at 100 ticks a second a percent of a second is one.
      expect(percentSeconds).toBeCloseTo(spent, 6)
    } finally {
      shell.kill()
    }
  })

  it('has the time of a process that another one adopted as long as it was a descendant', () => {
    const process = (parent: number, own: number, ended = 0): Process => ({ parent, start: `${parent}`, own, ended })
    const before = new Map([
      [1, process(0, 10, 5)],
      [2, process(1, 20)],
      [3, process(2, 30)],
    ])
    // The one between ended and was waited for; its child was not.
    const after = new Map([[1, process(0, 11, 27)]])
    expect(ticksSpent(before, after)).toBe(1)
    // Had it been, there would be 2 of the one and 4 of the other beside what was counted.
    expect(ticksSpent(before, new Map([[1, process(0, 11, 5 + 22 + 34)]]))).toBe(7)
    // Another process with the number of one that ended.
    expect(ticksSpent(before, new Map([...before, [3, { ...process(2, 3), start: 'later' }]]))).toBe(3)
  })

  it('is left out of a process that is gone', async () => {
    const gone = spawn('true')
    await once(gone, 'exit')
    expect(new ProcessTree(gone.pid as number).use(processes(), 0)).toBeNull()
  })
})
