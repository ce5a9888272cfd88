/**
 * How the bank's account numbers and tokens look and are made. Pure: knows no Kafka and no database.
 */
@NullMarked
package org.openbankmark.bank.account;

import org.jspecify.annotations.NullMarked;
