/**
 * The ledger in PostgreSQL: one transaction for each batch of commands, with its outcomes and its outgoing events. Knows no
 * Kafka but the place where a command was read.
 */
@NullMarked
package org.openbankmark.bank.handler.ledger;

import org.jspecify.annotations.NullMarked;
