import { Card, Code, Flex, Heading, Table, Text } from '@radix-ui/themes'
import type { ReactNode } from 'react'
import { DataTable } from '../app/DataTable'
import { Page } from '../app/Page'
import { FlowDiagram } from '../flow/FlowDiagram'
import { topology } from '../flow/topology'
import { LoadTest } from './results/LoadTest'

export default function BackgroundPage() {
  return (
    <Page title="Background" lead="How the bank is built, what it promises, and how fast it was when it was last measured.">
      <Section id="architecture" title="Architecture">
        <FlowDiagram />
        <Prose>
          <p>
            Services talk by way of Kafka topics alone. This picture, the topics, the records and all code that reads and writes them come from one file,{' '}
            <Code>topology.yaml</Code>: a line added there is added here by the next build. Dashed lines go against the flow: replies that somebody
            waits for, and commands that people give on these pages.
          </p>
        </Prose>
        <Services />
      </Section>
      <Section id="transfer" title="What happens when you press Transfer">
        <Prose>
          <ol>
            <li>
              The page gives the transfer an id of its own and sends it to the endpoint, which writes it to <Code>confirm_money_transfer</Code>. With the same id
              it can be sent any number of times, and moves money once.
            </li>
            <li>
              The command handler takes a batch of commands, and in one transaction of its database it judges them, changes the balances and notes
              what is to be told. Nothing of it is lost or told twice by a crash in between.
            </li>
            <li>
              <Code>money_transfer_confirmed</Code> or <Code>money_transfer_failed</Code> has the outcome, with the reason. Each account that changed gets a{' '}
              <Code>balance_changed</Code>.
            </li>
            <li>
              The endpoint reads these, answers the page, and sends the new transaction to all browsers that follow the account. A browser that was away
              asks for what came after the last one it has: it misses nothing and shows nothing twice.
            </li>
          </ol>
        </Prose>
      </Section>
      <Section id="topics" title="Topics">
        <Topics />
      </Section>
      <Section id="load-test" title="Load test">
        <LoadTest />
      </Section>
      <Section id="programs" title="For programs">
        <Prose>
          <p>
            All that these pages do goes through <Code>/graphql</Code>, by HTTP or by WebSocket with <Code>graphql-transport-ws</Code>. Try it in{' '}
            <a href="/graphiql">GraphiQL</a>. More is in the project&apos;s <Code>docs</Code> folder.
          </p>
        </Prose>
      </Section>
    </Page>
  )
}

function Section({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <Flex direction="column" gap="4">
        <Heading as="h2" size="6" id={id} mt="3">
          {title}
        </Heading>
        {children}
      </Flex>
    </section>
  )
}

function Prose({ children }: { readonly children: ReactNode }) {
  return (
    <Text as="div" size="3" className="prose">
      {children}
    </Text>
  )
}

function Services() {
  return (
    <div className="services">
      {topology.services.map(({ name, doc }) => (
        <Card key={name}>
          <Text as="div" weight="bold" size="2">
            {name}
          </Text>
          <Text as="div" size="2" color="gray">
            {doc}
          </Text>
        </Card>
      ))}
    </div>
  )
}

function Topics() {
  return (
    <DataTable surface aria-label="Topics">
      <Table.Header>
        <Table.Row>
          <Table.ColumnHeaderCell>Topic</Table.ColumnHeaderCell>
          <Table.ColumnHeaderCell>Record</Table.ColumnHeaderCell>
          <Table.ColumnHeaderCell>Key</Table.ColumnHeaderCell>
          <Table.ColumnHeaderCell>Partitions</Table.ColumnHeaderCell>
          <Table.ColumnHeaderCell>Written by</Table.ColumnHeaderCell>
          <Table.ColumnHeaderCell>Read by</Table.ColumnHeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {topology.topics.map(({ name, record, key, partitions }) => (
          <Table.Row key={name}>
            <Table.RowHeaderCell>{name}</Table.RowHeaderCell>
            <Table.Cell>{record}</Table.Cell>
            <Table.Cell>{key}</Table.Cell>
            <Table.Cell>{partitions}</Table.Cell>
            <Table.Cell>{servicesOf(name, 'produces')}</Table.Cell>
            <Table.Cell>{servicesOf(name, 'consumes')}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </DataTable>
  )
}

function servicesOf(topic: string, way: 'produces' | 'consumes'): string {
  return topology.services
    .filter((service) => service[way].includes(topic))
    .map(({ name }) => name)
    .join(', ')
}
