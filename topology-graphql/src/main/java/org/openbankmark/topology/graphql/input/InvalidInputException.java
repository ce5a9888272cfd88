package org.openbankmark.topology.graphql.input;

/** An argument that is no value of its record's field, though GraphQL's types allow it. The message is for the client. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String argument;

    InvalidInputException(String argument, String message) {
        super(argument + ": " + message);
        this.argument = argument;
    }

    /** Which argument, with the place in it: {@code input.lines[2].price}. */
    public String argument() {
        return argument;
    }
}
