/** What surrounds GraphQL on HTTP and WebSocket: origins, sizes, connections, headers, pages. */
@NullMarked
package org.openbankmark.bank.graphql.web;

import org.jspecify.annotations.NullMarked;
