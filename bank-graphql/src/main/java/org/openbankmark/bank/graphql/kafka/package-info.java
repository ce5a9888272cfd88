/** The connection to Kafka and what is started on it. */
@NullMarked
package org.openbankmark.bank.graphql.kafka;

import org.jspecify.annotations.NullMarked;
