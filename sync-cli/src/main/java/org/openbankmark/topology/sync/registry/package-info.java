/**
 * A schema registry by Confluent's REST API, and reading of it. Knows no Kafka.
 */
@NullMarked
package org.openbankmark.topology.sync.registry;

import org.jspecify.annotations.NullMarked;
