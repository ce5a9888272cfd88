/**
 * Existing Avro schema files: read with their places, put in an order in which Avro can parse them, and turned into
 * types of the model.
 *
 * <p>Knows nothing of the topology format.
 */
@NullMarked
package org.openbankmark.topology.model.avro;

import org.jspecify.annotations.NullMarked;
