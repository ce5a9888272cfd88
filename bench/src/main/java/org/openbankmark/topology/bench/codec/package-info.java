/**
 * Serializing and deserializing, against Confluent's serializers and Avro's own.
 */
@NullMarked
package org.openbankmark.topology.bench.codec;

import org.jspecify.annotations.NullMarked;
