/**
 * Commands, options, exit codes, output. Knows how the other rooms fit together and nothing of their insides.
 */
@NullMarked
package org.openbankmark.topology.sync.cli;

import org.jspecify.annotations.NullMarked;
