package org.openbankmark.topology.model.graphql;

/** A use of a type as GraphQL writes it: {@code [String!]!}. */
public record TypeRef(String text) {

    /** A type by its name, which may be null. */
    public static TypeRef named(String name) {
        return new TypeRef(name);
    }

    /** A list of these, which may be null. */
    public TypeRef list() {
        return new TypeRef("[" + text + "]");
    }

    /** The same, never null. */
    public TypeRef required() {
        return text.endsWith("!") ? this : new TypeRef(text + "!");
    }

    /** The same, which may be null. */
    public TypeRef optional() {
        return text.endsWith("!") ? new TypeRef(text.substring(0, text.length() - 1)) : this;
    }

    @Override
    public String toString() {
        return text;
    }
}
