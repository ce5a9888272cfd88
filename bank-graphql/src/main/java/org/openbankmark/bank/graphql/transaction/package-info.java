/** Transactions as they are kept and shown: the table, the filter, money as text. Knows no Kafka and no GraphQL. */
@NullMarked
package org.openbankmark.bank.graphql.transaction;

import org.jspecify.annotations.NullMarked;
