/**
 * Java source: types, a writer that imports them, Javadoc, and the escaping of every text that goes into source.
 *
 * <p>Knows nothing of topologies or Avro.
 */
@NullMarked
package org.openbankmark.topology.generator.java;

import org.jspecify.annotations.NullMarked;
