/**
 * Subscriptions: one reader of a topic for all its subscribers, each with a bounded buffer.
 *
 * <p>Knows reactive streams; must not know GraphQL.
 */
@NullMarked
package org.openbankmark.topology.graphql.stream;

import org.jspecify.annotations.NullMarked;
