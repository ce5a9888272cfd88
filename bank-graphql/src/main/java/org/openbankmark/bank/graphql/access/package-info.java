/** Who asks, and who may see what; refusals as GraphQL errors. Knows no table. */
@NullMarked
package org.openbankmark.bank.graphql.access;

import org.jspecify.annotations.NullMarked;
