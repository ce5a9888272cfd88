/**
 * Kafka's serializer and deserializer over generated codecs, in the registry's wire format. Knows no consumer or producer.
 */
@NullMarked
package org.openbankmark.topology.runtime.serde;

import org.jspecify.annotations.NullMarked;
