package org.openbankmark.topology.runtime.delivery;

import java.time.Duration;

/** What came of one attempt at a record or a batch. */
sealed interface Outcome {

    /** Handled, or safe in the dead-letter topic. */
    record Done() implements Outcome {}

    /** To be tried again after the delay. */
    record Again(Duration delay) implements Outcome {}

    /** The handler was interrupted because the time for closing ran out: neither done nor failed. */
    record Abandoned() implements Outcome {}

    /** Nothing more can be done: the consumer stops. */
    record Stop(Throwable failure) implements Outcome {}

    Outcome DONE = new Done();
    Outcome ABANDONED = new Abandoned();
}
