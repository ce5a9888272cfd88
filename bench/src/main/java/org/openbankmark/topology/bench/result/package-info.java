/**
 * What a benchmark found, on which machine: as lines for people and as JSON for the report. Knows nothing of what is measured.
 */
@NullMarked
package org.openbankmark.topology.bench.result;

import org.jspecify.annotations.NullMarked;
