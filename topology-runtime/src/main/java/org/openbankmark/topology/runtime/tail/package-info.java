/**
 * Reading a topic's new records without a group: every process that does so sees all of them.
 *
 * <p>Knows records and their decoding; must not know who the records are for.
 */
@NullMarked
package org.openbankmark.topology.runtime.tail;

import org.jspecify.annotations.NullMarked;
