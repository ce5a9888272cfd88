/**
 * Does what a plan says: in order, retried within a time limit, and with an exact account.
 */
@NullMarked
package org.openbankmark.topology.sync.apply;

import org.jspecify.annotations.NullMarked;
