/**
 * Kafka's own settings under their own names, from properties, a file or the environment.
 */
@NullMarked
package org.openbankmark.topology.runtime.settings;

import org.jspecify.annotations.NullMarked;
