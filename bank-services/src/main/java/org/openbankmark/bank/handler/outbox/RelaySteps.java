package org.openbankmark.bank.handler.outbox;

/** The places where a relay may be killed; tests do it there. */
interface RelaySteps {
    /** The next batch is on its way to Kafka, and not sealed in PostgreSQL. */
    default void beforeSealed() {}

    /** It is sealed, and not committed in Kafka. */
    default void sealed() {}

    /** It is committed in Kafka, and not deleted. */
    default void sent() {}

    /** Does nothing anywhere. */
    RelaySteps NONE = new RelaySteps() {};
}
