/** Sends transfers to the command handler, and gives what became of them. Knows no table and no GraphQL. */
@NullMarked
package org.openbankmark.bank.graphql.command;

import org.jspecify.annotations.NullMarked;
