/**
 * A connection in memory, for users' tests: the same delivery, codecs and partitions as over Kafka, no broker, no registry.
 */
@NullMarked
package org.openbankmark.topology.runtime.testing;

import org.jspecify.annotations.NullMarked;
