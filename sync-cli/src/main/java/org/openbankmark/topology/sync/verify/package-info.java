/**
 * Whether a live system has what a jar or a file needs. Changes nothing.
 */
@NullMarked
package org.openbankmark.topology.sync.verify;

import org.jspecify.annotations.NullMarked;
