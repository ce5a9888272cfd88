/**
 * Kafka's topic settings: their names, and what values each takes.
 *
 * <p>A table of ours, so that a topology can be checked without Kafka on the class path; tests hold it against Kafka.
 */
@NullMarked
package org.openbankmark.topology.model.config;

import org.jspecify.annotations.NullMarked;
