/**
 * One transaction to many subscribers of the GraphQL endpoint, beside a bare WebSocket server that sends the same text.
 */
@NullMarked
package org.openbankmark.topology.bench.fanout;

import org.jspecify.annotations.NullMarked;
