import { DesktopIcon, MoonIcon, SunIcon } from '@radix-ui/react-icons'
import { IconButton } from '@radix-ui/themes'
import { useAppearance, type Appearance } from './appearance'

const NEXT: Readonly<Record<Appearance, Appearance>> = { system: 'light', light: 'dark', dark: 'system' }
const ICONS = { system: DesktopIcon, light: SunIcon, dark: MoonIcon }
const WORDS = { system: 'as your system', light: 'light', dark: 'dark' }

export function AppearanceButton() {
  const [wish, change] = useAppearance()
  const Icon = ICONS[wish]
  const label = `Appearance: ${WORDS[wish]}. Change to ${WORDS[NEXT[wish]]}.`
  return (
    <IconButton id="appearance" variant="ghost" color="gray" size="3" aria-label={label} title={label} onClick={() => change(NEXT[wish])}>
      <Icon width="18" height="18" />
    </IconButton>
  )
}
