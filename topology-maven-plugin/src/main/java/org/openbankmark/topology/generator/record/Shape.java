package org.openbankmark.topology.generator.record;

import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;

/**
 * What a record's class is like.
 *
 * @param error whether it is an exception
 * @param takesAll whether it has a constructor that takes all fields
 */
record Shape(boolean error, boolean takesAll) {
    /** A method takes 255 units, {@code this} among them; a long or double counts two (JVMS 4.3.3). */
    private static final int MOST_UNITS = 254;

    static Shape of(RecordType record) {
        boolean error = record.schema().isError();
        int units = 0;
        for (Field field : record.fields()) {
            units += field.type() == PrimitiveType.LONG || field.type() == PrimitiveType.DOUBLE ? 2 : 1;
        }
        return new Shape(error, !error && units > 0 && units <= MOST_UNITS);
    }
}
