import { Box, Flex, TabNav, Text } from '@radix-ui/themes'
import { useCallback, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { AppearanceButton } from './AppearanceButton'
import { ConnectionNotice } from './ConnectionNotice'
import { Turned } from './Turned'

const SCREENS = [
  { path: '/', label: 'Home' },
  { path: '/employee', label: 'Bank employee', short: 'Employee' },
  { path: '/client', label: 'Client' },
  { path: '/background', label: 'Background' },
] as const

export function Shell({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation()
  const toAnother = useRef(false)
  const turned = useCallback(() => {
    const turnedNow = toAnother.current
    toAnother.current = false
    return turnedNow
  }, [])
  const shownPath = useRef(path)
  // Before the effects of the screen itself, which is there already, or comes later.
  useLayoutEffect(() => {
    if (shownPath.current === path) return
    shownPath.current = path
    toAnother.current = true
    scrollTo(0, 0)
  }, [path])
  return (
    <>
      <a href="#main" className="skip">
        Skip to content
      </a>
      <header className="top">
        <Flex align="center" className="frame top-row">
          <Link href="/" className="brand" aria-label="Open Bank Mark, home">
            <img src="/favicon.svg" alt="" width="28" height="28" />
            <Text weight="bold" size="4" className="brand-name">
              Open Bank Mark
            </Text>
          </Link>
          <Box className="screens">
            <TabNav.Root aria-label="Screens">
            {SCREENS.map((screen) => (
              <TabNav.Link key={screen.path} asChild active={path === screen.path}>
                <Link href={screen.path}>
                  {'short' in screen ? (
                    <>
                      <span className="long">Bank&nbsp;</span>
                      <span className="employee-word">employee</span>
                    </>
                  ) : (
                    screen.label
                  )}
                </Link>
              </TabNav.Link>
            ))}
          </TabNav.Root>
          </Box>
          <Box className="appearance">
            <AppearanceButton />
          </Box>
        </Flex>
      </header>
      <ConnectionNotice />
      <main id="main" className="frame" tabIndex={-1}>
        <Turned value={turned}>{children}</Turned>
      </main>
      <footer className="frame">
        <Text size="1" color="gray">
          A bank for studying event sourcing. No money here is real.
        </Text>
      </footer>
    </>
  )
}
