/**
 * Avro binary and the registry's wire format, written and read without reflection. Knows no Kafka client.
 */
@NullMarked
package org.openbankmark.topology.runtime.codec;

import org.jspecify.annotations.NullMarked;
