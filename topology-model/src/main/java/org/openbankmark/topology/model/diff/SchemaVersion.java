package org.openbankmark.topology.model.diff;

import org.apache.avro.Schema;

/**
 * A schema that records may have been written with.
 *
 * @param version its number in its subject, from 1
 */
public record SchemaVersion(int version, Schema schema) {}
