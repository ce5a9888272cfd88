/** How much happens in the bank, sampled once a second while somebody looks. */
@NullMarked
package org.openbankmark.bank.graphql.figures;

import org.jspecify.annotations.NullMarked;
