/** Names, passwords, sessions and attempts; opens an account for a new name. Knows no GraphQL. */
@NullMarked
package org.openbankmark.bank.graphql.login;

import org.jspecify.annotations.NullMarked;
