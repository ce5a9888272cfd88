import { Callout, Card, Code, Flex, Heading, Link as Underlined, Text } from '@radix-ui/themes'
import { Link } from 'wouter'
import { Page } from '../app/Page'
import { FlowDiagram } from '../flow/FlowDiagram'
import { TransactionPanel } from '../transactions/TransactionPanel'
import { FigureCards } from './FigureCards'
import { useFigures, type Figures } from './useFigures'

/** The bank's own account, which pays the salaries. Everybody may see it. */
const COMPANY_ACCOUNT = 'NL66OPEN0000000000'

export default function HomePage() {
  const { figures, lost } = useFigures()
  return (
    <Page title="The bank, live" lead="Every euro that moves here is an event on Kafka. Watch them being written, read and added up.">
      <FigureCards figures={figures} lost={lost} />
      {figures !== null && isQuiet(figures) && <Quiet />}
      <Card size={{ initial: '2', sm: '3' }} asChild>
        <section aria-labelledby="flow">
          <Flex direction="column" gap="4">
            <Heading as="h2" size="5" id="flow">
              How the events flow
            </Heading>
            <FlowDiagram activity={figures?.activity ?? NOTHING} />
          </Flex>
        </section>
      </Card>
      <TransactionPanel account={COMPANY_ACCOUNT} title="The company account" empty="The bank has not moved any money yet. With ./bank pace it begins.">
        <Text size="2" color="gray">
          {COMPANY_ACCOUNT}, from which the salaries are paid
        </Text>
      </TransactionPanel>
    </Page>
  )
}

const NOTHING = new Map()

/** So many seconds without a transaction are no coincidence. */
const QUIET_SECONDS = 4

function isQuiet({ minute }: Figures): boolean {
  return minute.length >= QUIET_SECONDS && minute.slice(-QUIET_SECONDS).every((perSecond) => perSecond === 0)
}

function Quiet() {
  return (
    <Callout.Root color="gray" role="status" id="quiet">
      <Callout.Text>
        The bank is quiet. Let customers come with <Code>./bank pace --batch-size 20 --wait-ms 100</Code>, or{' '}
        <Underlined asChild>
          <Link href="/client">open an account</Link>
        </Underlined>{' '}
        and move some money yourself.
      </Callout.Text>
    </Callout.Root>
  )
}
