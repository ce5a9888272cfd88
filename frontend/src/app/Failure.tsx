import { Button, Callout } from '@radix-ui/themes'
import { Component, type ReactNode } from 'react'

interface State {
  readonly error: Error | null
}

/**
 * Where a screen fails, the page says so, rather than to go white. It does not forget by itself: who uses it gives it a key per screen.
 * The browser's console has the error itself.
 */
export class Failure extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children
    return (
      <Callout.Root color="red" role="alert">
        <Callout.Text>This screen failed: {this.state.error.message}</Callout.Text>
        <Button size="2" variant="soft" onClick={() => location.reload()}>
          Load it again
        </Button>
      </Callout.Root>
    )
  }
}
