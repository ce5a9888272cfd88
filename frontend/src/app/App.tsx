import { Flex, Spinner, Theme } from '@radix-ui/themes'
import { lazy, Suspense } from 'react'
import { Provider } from 'urql'
import { Route, Switch, useLocation } from 'wouter'
import { EndpointContext } from '../endpoint/EndpointContext'
import type { Endpoint } from '../endpoint/endpoint'
import { SessionProvider } from '../session/SessionProvider'
import HomePage from '../home/HomePage'
import ClientPage from '../client/ClientPage'
import EmployeePage from '../employee/EmployeePage'
import { Failure } from './Failure'
import { NotFound } from './NotFound'
import { Shell } from './Shell'

// The plots' library is large, and of use on this screen only.
const BackgroundPage = lazy(() => import('../background/BackgroundPage'))

export function App({ endpoint }: { readonly endpoint: Endpoint }) {
  const [path] = useLocation()
  // Solid: what a translucent panel blurs is a plain ground, and blurring it keeps a phone, or a machine without graphics, busy.
  return (
    <Theme accentColor="indigo" grayColor="slate" radius="large" panelBackground="solid" appearance="inherit">
      <EndpointContext value={endpoint}>
        <Provider value={endpoint.http}>
          <SessionProvider>
            <Shell>
              {/* By the path, so that a screen that failed leaves the others alone. */}
              <Failure key={path}>
                <Suspense fallback={<Waiting />}>
                  <Switch>
                    <Route path="/" component={HomePage} />
                    <Route path="/employee" component={EmployeePage} />
                    <Route path="/client" component={ClientPage} />
                    <Route path="/background" component={BackgroundPage} />
                    <Route component={NotFound} />
                  </Switch>
                </Suspense>
              </Failure>
            </Shell>
          </SessionProvider>
        </Provider>
      </EndpointContext>
    </Theme>
  )
}

function Waiting() {
  return (
    <Flex role="status" aria-label="Loading" py="9" justify="center">
      <Spinner size="3" />
    </Flex>
  )
}
