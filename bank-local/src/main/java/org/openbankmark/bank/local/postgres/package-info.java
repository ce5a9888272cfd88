/**
 * A real PostgreSQL, in processes of its own. Knows no tables.
 */
@NullMarked
package org.openbankmark.bank.local.postgres;

import org.jspecify.annotations.NullMarked;
