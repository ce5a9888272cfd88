/**
 * How long the local bank takes to be healthy, and how much memory each of its processes takes.
 */
@NullMarked
package org.openbankmark.topology.bench.startup;

import org.jspecify.annotations.NullMarked;
