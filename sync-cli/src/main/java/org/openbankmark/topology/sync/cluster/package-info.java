/**
 * Reads a Kafka cluster in batches and asks it for its opinion. Changes nothing.
 */
@NullMarked
package org.openbankmark.topology.sync.cluster;

import org.jspecify.annotations.NullMarked;
