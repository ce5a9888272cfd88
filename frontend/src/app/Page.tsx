import { Flex, Heading, Text } from '@radix-ui/themes'
import { useEffect, type ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}

export function Page({ title, lead, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Open Bank Mark`
  }, [title])
  return (
    <Flex direction="column" gap="5">
      <header className="page-head">
        <Heading as="h1" size={{ initial: '7', sm: '8' }} tabIndex={-1}>
          {title}
        </Heading>
        <Text as="p" size={{ initial: '3', sm: '4' }} color="gray">
          {lead}
        </Text>
      </header>
      {children}
    </Flex>
  )
}
