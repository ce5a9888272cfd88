/**
 * The schema registry as clients need it: ids of schemas, schemas of ids. Knows no Kafka client and never registers.
 */
@NullMarked
package org.openbankmark.topology.runtime.registry;

import org.jspecify.annotations.NullMarked;
