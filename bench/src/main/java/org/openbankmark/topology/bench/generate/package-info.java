/** The Maven plugin beside avro-maven-plugin, on the same records, each in Maven processes of its own. */
@NullMarked
package org.openbankmark.topology.bench.generate;

import org.jspecify.annotations.NullMarked;
