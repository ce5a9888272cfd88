/**
 * The topology file of a cluster and a registry that exist.
 */
@NullMarked
package org.openbankmark.topology.sync.export;

import org.jspecify.annotations.NullMarked;
