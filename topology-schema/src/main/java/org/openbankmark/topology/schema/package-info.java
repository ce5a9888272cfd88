/** What two versions of a schema mean to each other. Knows Avro alone: the model and the clients both stand on it. */
@NullMarked
package org.openbankmark.topology.schema;

import org.jspecify.annotations.NullMarked;
