/**
 * What a change of a topology breaks and for whom: schemas, keys, partitions.
 *
 * <p>Compares the file with an earlier state, whether that comes from a file or from a cluster; reads neither itself.
 */
@NullMarked
package org.openbankmark.topology.model.diff;

import org.jspecify.annotations.NullMarked;
