/**
 * The Maven goals: parameters in, source roots and messages out.
 *
 * <p>Must not know YAML, the model's types, or what is in a generated file.
 */
@NullMarked
package org.openbankmark.topology.plugin;

import org.jspecify.annotations.NullMarked;
