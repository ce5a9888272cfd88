/**
 * Mistakes in a topology file as data, and their text for people.
 */
@NullMarked
package org.openbankmark.topology.model.problem;

import org.jspecify.annotations.NullMarked;
