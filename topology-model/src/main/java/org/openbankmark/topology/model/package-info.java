/**
 * The checked, linked, immutable description of a Kafka system that one topology file gives.
 *
 * <p>Knows nothing of YAML syntax, of Java code that is generated, or of a running cluster.
 */
@NullMarked
package org.openbankmark.topology.model;

import org.jspecify.annotations.NullMarked;
