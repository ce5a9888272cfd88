/**
 * The way of events from the ledger's transactions to Kafka, each exactly once for readers of what is committed. Knows nothing
 * of accounts.
 */
@NullMarked
package org.openbankmark.bank.handler.outbox;

import org.jspecify.annotations.NullMarked;
