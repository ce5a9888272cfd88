package org.openbankmark.bank.handler.ledger;

/**
 * Where a command was read. A command that was sent again stands at a later place; one that is delivered again, after a crash,
 * at the same.
 *
 * @param time the record's timestamp in milliseconds
 */
public record Source(int partition, long offset, long time) {

    /** Whether the record here was handled before, when the last one of its id that was handled stands there. */
    boolean isCoveredBy(Source last) {
        // The time tells a topic that was made anew, whose offsets begin again.
        return partition == last.partition && offset <= last.offset && time <= last.time;
    }

    /** What to keep after the record here was handled, so that it is covered, and what was covered stays so. */
    Source after(Source last) {
        // Those who send have clocks of their own: a later record may have an earlier time.
        return partition == last.partition && offset > last.offset
                ? new Source(partition, offset, Math.max(time, last.time))
                : this;
    }
}
