/**
 * One page of all that {@code bench/run} found. Knows the results' JSON and nothing of what was measured.
 */
@NullMarked
package org.openbankmark.topology.bench.report;

import org.jspecify.annotations.NullMarked;
