/**
 * How long clicks take, and the highest load: {@code ./bank load} in rounds. What is measured, and how, is the load test's own.
 */
@NullMarked
package org.openbankmark.topology.bench.load;

import org.jspecify.annotations.NullMarked;
