import { Text } from '@radix-ui/themes'
import type { Run } from './results'

/** More than these are told when they are asked for. */
const MOST = 4

/** What was run, when, on what, and what came of it. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <details open={runs.length <= MOST}>
      <summary>
        <Text size="2">{runs.length === 1 ? 'One run' : `${runs.length} runs`}</Text>
      </summary>
      <ul className="runs">
        {runs.map(({ name, started, machine, outcome }) => (
          <li key={`${name} ${started}`}>
            <Text as="div" size="2">
              <strong>{name}</strong>
              {outcome && `: ${outcome}`}
            </Text>
            <Text as="div" size="1" color="gray">
              {[new Date(started).toLocaleString('nl-NL'), machine].filter(Boolean).join(', ')}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  )
}
