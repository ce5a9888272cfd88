/** What tests of the generator share: models from Avro schemas, and a compiler in memory. */
package org.openbankmark.topology.generator.testing;
