/** Takes changes of balances from Kafka into the table, each once. Knows no subscriber. */
@NullMarked
package org.openbankmark.bank.graphql.recording;

import org.jspecify.annotations.NullMarked;
