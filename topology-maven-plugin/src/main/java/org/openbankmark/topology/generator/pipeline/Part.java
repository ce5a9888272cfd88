package org.openbankmark.topology.generator.pipeline;

/** What can be generated besides records, their codecs, topics and schemas, which always are. */
public enum Part {
    /** Producers, consumers, request clients, the entry class and the services. */
    CLIENTS,
    /** What the topology opens to GraphQL: schema and wiring; nothing for a topology that opens nothing. */
    GRAPHQL,
    /** Fixtures for tests, into a source root of their own. */
    TEST_SUPPORT
}
