package org.openbankmark.bank.handler.ledger;

import java.util.UUID;
import org.openbankmark.bank.events.Atype;

/** Asks for an account. */
public record CreationRequest(UUID id, Atype atype) {}
