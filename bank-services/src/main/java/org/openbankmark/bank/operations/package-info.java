/**
 * The frame that each service runs in: settings, start and stop, health, metrics, logs. Knows no topic and no bank.
 */
@NullMarked
package org.openbankmark.bank.operations;

import org.jspecify.annotations.NullMarked;
