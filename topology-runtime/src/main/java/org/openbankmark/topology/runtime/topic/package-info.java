/**
 * Typed topics: what generated constants are made of.
 */
@NullMarked
package org.openbankmark.topology.runtime.topic;

import org.jspecify.annotations.NullMarked;
