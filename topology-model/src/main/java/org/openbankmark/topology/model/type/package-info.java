/**
 * Types of fields: Avro's own, the logical ones, and those that a topology names.
 *
 * <p>Each type gives its Avro schema; none knows the Java it becomes.
 */
@NullMarked
package org.openbankmark.topology.model.type;

import org.jspecify.annotations.NullMarked;
