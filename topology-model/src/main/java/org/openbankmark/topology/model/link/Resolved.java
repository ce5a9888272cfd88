package org.openbankmark.topology.model.link;

import org.openbankmark.topology.model.type.Type;

/**
 * What a type expression means.
 *
 * @param secret whether any type it is made of is secret
 * @param depth how many expressions stand in one another around the innermost, this one first, through the names that stand for
 *     others
 */
record Resolved(Type type, boolean secret, int depth) {

    /** Of an expression with none in it. */
    static Resolved leaf(Type type, boolean secret) {
        return new Resolved(type, secret, 0);
    }
}
