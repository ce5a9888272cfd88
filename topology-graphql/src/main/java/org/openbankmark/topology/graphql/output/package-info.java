/**
 * Records as GraphQL shows them: fields, unions, maps as lists of entries.
 *
 * <p>Must not know topics.
 */
@NullMarked
package org.openbankmark.topology.graphql.output;

import org.jspecify.annotations.NullMarked;
