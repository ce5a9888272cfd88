package org.openbankmark.bank.graphql.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation is refused; the message is for the client, and tells nothing that it may not know. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final @Nullable String argument;

    /** What programs tell refusals apart by, as {@code extensions.code}. */
    public enum Code {
        /** Nobody is logged in who may do this. */
        UNAUTHENTICATED,
        /** Who is logged in may not do this, or there is nothing to do it with. */
        FORBIDDEN,
        /** An argument is not what it must be. */
        INVALID_INPUT,
        /** A limit was reached. */
        TOO_MANY,
        /** A subscriber did not keep up. */
        TOO_SLOW,
        /** The same command is under way. */
        CONFLICT,
        /** No reply came in time; the command may still be carried out. */
        TIMEOUT,
        /** Too much is under way. */
        BUSY,
        /** Something that is needed does not answer; a command may still be carried out. */
        UNAVAILABLE,
        /** A fault of the server; its log says which. */
        INTERNAL
    }

    /** With a message for the client. */
    public Refusal(Code code, String message) {
        this(code, message, null);
    }

    private Refusal(Code code, String message, @Nullable String argument) {
        super(message, null, false, false);
        this.code = code;
        this.argument = argument;
    }

    /** An argument is not what it must be. */
    public static Refusal invalid(String argument, String message) {
        return new Refusal(Code.INVALID_INPUT, message, argument);
    }

    /** Why. */
    public Code code() {
        return code;
    }

    /** For the error, in one order. */
    Map<String, Object> extensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code.name());
        if (argument != null) {
            extensions.put("argument", argument);
        }
        return extensions;
    }
}
