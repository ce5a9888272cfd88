/** The operations of bank.graphqls: arguments in, checks, answers out. The work is done in the other packages. */
@NullMarked
package org.openbankmark.bank.graphql.operation;

import org.jspecify.annotations.NullMarked;
