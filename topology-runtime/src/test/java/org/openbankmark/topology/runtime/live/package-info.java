/**
 * Producers, consumers and requests against real brokers and a real registry.
 */
package org.openbankmark.topology.runtime.live;
