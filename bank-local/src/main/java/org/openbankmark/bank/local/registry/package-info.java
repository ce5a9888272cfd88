/**
 * A real schema registry with Confluent's API, in a process of its own. Knows no Kafka and no schemas.
 */
@NullMarked
package org.openbankmark.bank.local.registry;

import org.jspecify.annotations.NullMarked;
