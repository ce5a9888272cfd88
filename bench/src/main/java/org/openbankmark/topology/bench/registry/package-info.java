/**
 * A schema registry that costs nothing while something else is measured.
 */
@NullMarked
package org.openbankmark.topology.bench.registry;

import org.jspecify.annotations.NullMarked;
