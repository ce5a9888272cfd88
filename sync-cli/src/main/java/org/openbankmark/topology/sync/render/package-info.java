/**
 * Plans and results as text for people and as JSON for programs. Decides nothing.
 */
@NullMarked
package org.openbankmark.topology.sync.render;

import org.jspecify.annotations.NullMarked;
