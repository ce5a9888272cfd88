package org.openbankmark.topology.model.type;

import org.apache.avro.Schema;

/** A map from strings to values of one type. */
public record MapType(Type value, Schema schema) implements Type {}
