/**
 * From the topology and what was seen to an ordered list of typed changes with their reasons. Does no I/O.
 */
@NullMarked
package org.openbankmark.topology.sync.plan;

import org.jspecify.annotations.NullMarked;
