import { Text } from '@radix-ui/themes'
import { MarkPicture } from './MarkPicture'
import type { Member } from './sections'

interface Props {
  readonly members: readonly Member[]
  /** Labels of those whose curves are not shown. */
  readonly hidden: ReadonlySet<string>
  readonly onToggle: (label: string) => void
}

/** Whose curves they are, once for all plots below; a click hides or shows one in all of them. */
export function Key({ members, hidden, onToggle }: Props) {
  return (
    <ul className="key" aria-label="Groups">
      {members.map(({ label, detail, mark }) => (
        <li key={label}>
          <button type="button" aria-pressed={!hidden.has(label)} onClick={() => onToggle(label)}>
            <MarkPicture mark={mark} />
            <Text size="2">
              <strong>{label}</strong> <Text color="gray">{detail}</Text>
            </Text>
          </button>
        </li>
      ))}
    </ul>
  )
}
