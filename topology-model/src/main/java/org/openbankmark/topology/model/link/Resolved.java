package org.openbankmark.topology.model.link;

import org.openbankmark.topology.model.type.Type;

/**
 * What a type expression means.
 *
 * @param secret whether any type it is made of is secret
 */
record Resolved(Type type, boolean secret) {}
