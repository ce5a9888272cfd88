/** Follows the table and hands new transactions to subscribers, from the id on that each wants. Knows no Kafka and no GraphQL. */
@NullMarked
package org.openbankmark.bank.graphql.live;

import org.jspecify.annotations.NullMarked;
