/**
 * Records and codecs as the generator writes them, by hand, so that the runtime is tested before and without it.
 */
package org.openbankmark.topology.runtime.sample;
