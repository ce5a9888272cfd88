import { Callout, Flex, Spinner, Text } from '@radix-ui/themes'
import type { ReactNode } from 'react'
import type { WhoIsInFragment } from '#generated/graphql'
import { useSession } from './SessionContext'

/** Shows its content once it is known who is logged in. */
export function SessionGate({ children }: { readonly children: (viewer: WhoIsInFragment | null) => ReactNode }) {
  const { session } = useSession()
  if (session.phase === 'known') return children(session.viewer)
  if (session.phase === 'unreachable') {
    return (
      <Callout.Root color="amber" role="status" className="narrow">
        <Callout.Text>{session.refusal.message} It is tried again.</Callout.Text>
      </Callout.Root>
    )
  }
  return (
    <Flex align="center" gap="2" role="status">
      <Spinner /> <Text color="gray">Looking who is logged in…</Text>
    </Flex>
  )
}
