/**
 * Commands and their replies.
 */
@NullMarked
package org.openbankmark.topology.runtime.request;

import org.jspecify.annotations.NullMarked;
