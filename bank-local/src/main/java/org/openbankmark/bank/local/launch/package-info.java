/**
 * What ./bank does: starts the whole bank on this machine, looks after it, stops it. Knows the servers and how to start a
 * service's jar; knows no topic and no table.
 */
@NullMarked
package org.openbankmark.bank.local.launch;

import org.jspecify.annotations.NullMarked;
