/**
 * The other files of a topology: imported topology files, and the Avro schema files that a pattern names.
 *
 * <p>Holds the rules for paths; knows nothing of what the files' elements mean together.
 */
@NullMarked
package org.openbankmark.topology.model.imports;

import org.jspecify.annotations.NullMarked;
