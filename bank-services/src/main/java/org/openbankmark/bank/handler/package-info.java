/**
 * The command handler: reads commands, keeps the ledger, tells what happened. Puts the rooms rules, ledger and outbox together.
 */
@NullMarked
package org.openbankmark.bank.handler;

import org.jspecify.annotations.NullMarked;
