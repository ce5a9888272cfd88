package org.openbankmark.bank.handler.ledger;

/**
 * What came of a batch.
 *
 * @param confirmed done as asked
 * @param failed refused by a rule
 * @param repeated handled before and sent again: answered as before
 * @param redelivered handled and answered before a crash or a rebalance
 * @param events to be sent
 */
public record Handled(int confirmed, int failed, int repeated, int redelivered, int events) {}
