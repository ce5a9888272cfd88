/**
 * YAML tree to raw elements: which keys there are and what may stand behind them.
 *
 * <p>Knows nothing of what other parts of a file, or other files, say.
 */
@NullMarked
package org.openbankmark.topology.model.parse;

import org.jspecify.annotations.NullMarked;
