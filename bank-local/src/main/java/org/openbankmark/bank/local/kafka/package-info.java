/**
 * Real Kafka brokers, one process each. Knows no registry, no topology and no test framework.
 */
@NullMarked
package org.openbankmark.bank.local.kafka;

import org.jspecify.annotations.NullMarked;
