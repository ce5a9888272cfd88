import { Link as Underlined } from '@radix-ui/themes'
import { Link } from 'wouter'
import { Page } from './Page'

export function NotFound() {
  return (
    <Page title="No such page" lead="There is nothing at this address.">
      <Underlined asChild>
        <Link href="/">To the bank, live</Link>
      </Underlined>
    </Page>
  )
}
