/**
 * sync-cli: makes a Kafka cluster and a schema registry match a topology file.
 *
 * <p>Rooms: state (what was seen), cluster and registry (seeing it), plan (what to do; no I/O), apply (doing it), render, export,
 * verify, cli.
 */
@NullMarked
package org.openbankmark.topology.sync;

import org.jspecify.annotations.NullMarked;
