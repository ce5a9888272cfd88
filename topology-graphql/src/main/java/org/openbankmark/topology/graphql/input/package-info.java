/**
 * Arguments of a client, read as the values of records, with the place of each mistake.
 *
 * <p>Must not know topics.
 */
@NullMarked
package org.openbankmark.topology.graphql.input;

import org.jspecify.annotations.NullMarked;
