/**
 * Files as they were read, and places in them.
 *
 * <p>Knows nothing of what the text means.
 */
@NullMarked
package org.openbankmark.topology.model.source;

import org.jspecify.annotations.NullMarked;
