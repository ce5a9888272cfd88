package org.openbankmark.topology.runtime.codec;

/** Writes Avro binary into a buffer that grows and is used again. Not thread-safe. */
public final class AvroWriter {}
