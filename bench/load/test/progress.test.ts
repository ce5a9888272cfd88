import { expect, it } from 'vitest'
import { Measurement } from '../src/results/measurement.js'
import { Progress } from '../src/terminal/progress.js'

it('the terminal shows a dash for a percentile of too few measurements', () => {
  const said: string[] = []
  const measurement = new Measurement(100)
  for (let number = 0; number < 499; number++) measurement.latencies.add(20)
  const progress = new Progress({ write: (text: string) => said.push(text) } as unknown as NodeJS.WriteStream)
  progress.done(measurement)
  measurement.latencies.add(20)
  progress.done(measurement)
  expect(said).toEqual([expect.stringContaining('p99 –, max 20.0 ms of 499'), expect.stringMatching(/p99 20\.0 ms, max 20\.0 ms of 500\n$/)])
})
