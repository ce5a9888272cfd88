/**
 * The bank's customers, played: what they ask for, and for which account. Knows no balance; whether they get it is the command
 * handler's business.
 */
@NullMarked
package org.openbankmark.bank.generator;

import org.jspecify.annotations.NullMarked;
