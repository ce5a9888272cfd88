/**
 * What a topology opens to GraphQL, running: put together by generated code, handed to graphql-java.
 *
 * <p>Knows graphql-java and the runtime; must not know Spring, or any transport.
 */
@NullMarked
package org.openbankmark.topology.graphql;

import org.jspecify.annotations.NullMarked;
