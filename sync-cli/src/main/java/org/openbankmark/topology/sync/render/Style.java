package org.openbankmark.topology.sync.render;

import org.openbankmark.topology.sync.plan.Action;

/**
 * How text looks.
 *
 * @param colours whether ANSI's escape sequences are understood
 */
public record Style(boolean colours) {

    String sign(Action action) {
        return switch (action) {
            case ADD -> paint("32", "+");
            case CHANGE -> paint("33", "~");
            case REMOVE -> paint("31", "−");
        };
    }

    String strong(String text) {
        return paint("1", text);
    }

    String good(String text) {
        return paint("32", text);
    }

    String bad(String text) {
        return paint("31", text);
    }

    String quiet(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
