package org.openbankmark.topology.sync.apply;

/** How one attempt at a change went. */
sealed interface Attempt {

    /**
     * It is so.
     *
     * @param already whether it was so before
     */
    record Done(boolean already) implements Attempt {}

    /** Trying again would not help. */
    record Failed(String why) implements Attempt {}

    /**
     * Trying again may help.
     *
     * @param mayHaveHappened whether it may be done all the same
     */
    record Again(String why, boolean mayHaveHappened) implements Attempt {}
}
