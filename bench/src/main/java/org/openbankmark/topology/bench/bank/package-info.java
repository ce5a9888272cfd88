/**
 * The bank's servers and services as {@code ./bank up} starts them, one by one.
 */
@NullMarked
package org.openbankmark.topology.bench.bank;

import org.jspecify.annotations.NullMarked;
