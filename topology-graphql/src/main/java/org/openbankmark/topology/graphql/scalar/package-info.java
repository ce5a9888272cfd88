/**
 * Scalars for what GraphQL has no type for: 64-bit integers, UUIDs, decimals, times, bytes.
 *
 * <p>Must not know records or topics.
 */
@NullMarked
package org.openbankmark.topology.graphql.scalar;

import org.jspecify.annotations.NullMarked;
