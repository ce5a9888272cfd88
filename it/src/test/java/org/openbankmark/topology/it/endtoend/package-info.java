/**
 * The bank's generated code, end to end: through real brokers and a real registry, beside the genuine serializers.
 */
package org.openbankmark.topology.it.endtoend;
