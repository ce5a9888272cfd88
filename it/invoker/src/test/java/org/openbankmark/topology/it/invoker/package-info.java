/** What the scripts that check users' projects share. */
package org.openbankmark.topology.it.invoker;
