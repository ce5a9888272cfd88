/**
 * The rules of the bank, pure: whether money moves, and what the balances are then. Knows no SQL and no Kafka.
 */
@NullMarked
package org.openbankmark.bank.handler.rules;

import org.jspecify.annotations.NullMarked;
