/**
 * Sending records.
 */
@NullMarked
package org.openbankmark.topology.runtime.producer;

import org.jspecify.annotations.NullMarked;
