/** How log events are written, and the names of their fields. Knows no service. */
@NullMarked
package org.openbankmark.bank.operations.log;

import org.jspecify.annotations.NullMarked;
