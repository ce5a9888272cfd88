/**
 * The command handler's ledger, beside pgbench. Knows the handler as its users do: its jar, its settings, its metrics.
 */
@NullMarked
package org.openbankmark.topology.bench.ledger;

import org.jspecify.annotations.NullMarked;
