/**
 * The connection to a cluster and its registry that producers, consumers and requests share.
 */
@NullMarked
package org.openbankmark.topology.runtime.client;

import org.jspecify.annotations.NullMarked;
