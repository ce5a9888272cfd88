package org.openbankmark.topology.model.diff;

/**
 * Why two versions of a schema cannot stand beside each other.
 *
 * @param version the earlier version, from 1
 * @param direction who cannot read
 * @param place the field, dotted, such as {@code address.street}; empty for the record itself
 * @param reason what is wrong, one line
 * @param advice the smallest change that mends it, one line
 */
public record Incompatibility(int version, Direction direction, String place, String reason, String advice) {

    /** Which of the two is the reader. */
    public enum Direction {
        /** The new schema cannot read what was written with the earlier one. */
        BACKWARD,
        /** Who has the earlier schema cannot read what is written with the new one. */
        FORWARD
    }

    /** One line for people. */
    public String text() {
        String who = direction == Direction.BACKWARD
                ? "records written with version " + version + " cannot be read with the new schema"
                : "readers that have version " + version + " cannot read records of the new schema";
        return who + ": " + (place.isEmpty() ? "" : "field " + place + ": ") + reason;
    }
}
