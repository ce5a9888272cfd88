package org.openbankmark.topology.runtime.codec;

/** Reads Avro binary from bytes. Not thread-safe. */
public final class AvroReader {}
