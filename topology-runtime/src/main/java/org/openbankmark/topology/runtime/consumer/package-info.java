/**
 * Receiving records: at least once, in order, nothing skipped in silence.
 */
@NullMarked
package org.openbankmark.topology.runtime.consumer;

import org.jspecify.annotations.NullMarked;
