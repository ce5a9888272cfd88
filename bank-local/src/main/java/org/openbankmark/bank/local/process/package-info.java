/**
 * Server processes as such: where their files are, free ports, starting, waiting, killing, and dying with the parent.
 * Knows nothing of the servers themselves.
 */
@NullMarked
package org.openbankmark.bank.local.process;

import org.jspecify.annotations.NullMarked;
