package org.openbankmark.topology.model.parse;

/** How a field counts when records are sorted, by Avro's names. */
enum FieldOrder {
    ascending,
    descending,
    ignore
}
