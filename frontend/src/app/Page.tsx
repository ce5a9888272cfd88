import { Flex, Heading, Text } from '@radix-ui/themes'
import { useContext, useEffect, useRef, type ReactNode } from 'react'
import { Turned } from './Turned'

interface Props {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}

export function Page({ title, lead, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Open Bank Mark`
  }, [title])
  const turned = useContext(Turned)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // A new screen is read from its heading on; the first one is left to the browser.
    if (turned()) heading.current?.focus({ preventScroll: true })
  }, [turned])
  return (
    <Flex direction="column" gap="5">
      <header className="page-head">
        <Heading as="h1" ref={heading} size={{ initial: '7', sm: '8' }} tabIndex={-1}>
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
