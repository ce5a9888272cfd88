/** The command line of the bank's services: one subcommand for each. Knows no topic and no SQL. */
@NullMarked
package org.openbankmark.bank.services;

import org.jspecify.annotations.NullMarked;
