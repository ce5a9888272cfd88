package org.openbankmark.bank.handler.ledger;

/**
 * A command with the place where it was read.
 *
 * @param <C> what it asks for
 */
public record Command<C>(C request, Source source) {}
