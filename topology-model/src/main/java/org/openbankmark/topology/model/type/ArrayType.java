package org.openbankmark.topology.model.type;

import org.apache.avro.Schema;

/** A list of elements of one type. */
public record ArrayType(Type element, Schema schema) implements Type {}
