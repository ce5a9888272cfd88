/**
 * The heartbeat: beats in batches, at a pace that can be changed while it runs. Knows no commands.
 */
@NullMarked
package org.openbankmark.bank.heartbeat;

import org.jspecify.annotations.NullMarked;
