package org.openbankmark.bank.handler.outbox;

/** The places where a relay may be killed; tests do it there. */
interface RelaySteps {
    /** Nothing of the next batch is in PostgreSQL. */
    default void beforeSealed() {}

    /** It is sealed, and nothing of it in Kafka. */
    default void sealed() {}

    /** It is committed in Kafka, and not deleted. */
    default void sent() {}

    /** Does nothing anywhere. */
    RelaySteps NONE = new RelaySteps() {};
}
