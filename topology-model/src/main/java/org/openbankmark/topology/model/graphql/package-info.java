/**
 * The GraphQL schema of what a topology opens: its types and fields with their names in GraphQL.
 *
 * <p>Knows the resolved types; must not know YAML, SDL text, or Java.
 */
@NullMarked
package org.openbankmark.topology.model.graphql;

import org.jspecify.annotations.NullMarked;
