/** The GraphQL endpoint of the bank: a Spring Boot application around the operations that its packages hold. */
@NullMarked
package org.openbankmark.bank.graphql;

import org.jspecify.annotations.NullMarked;
