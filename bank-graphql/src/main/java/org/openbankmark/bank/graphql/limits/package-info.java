/** How much one client may take. */
@NullMarked
package org.openbankmark.bank.graphql.limits;

import org.jspecify.annotations.NullMarked;
