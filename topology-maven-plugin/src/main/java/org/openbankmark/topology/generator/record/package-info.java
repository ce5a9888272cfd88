/**
 * Java for records, enums and fixed: Avro's specific classes, their codecs, and fixtures for tests.
 *
 * <p>Knows the model's types and Avro's run-time API; nothing of topics, services, Maven or the disk.
 */
@NullMarked
package org.openbankmark.topology.generator.record;

import org.jspecify.annotations.NullMarked;
