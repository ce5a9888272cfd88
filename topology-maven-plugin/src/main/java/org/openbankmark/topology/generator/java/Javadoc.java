package org.openbankmark.topology.generator.java;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** A Javadoc comment in the making. Text of users is escaped; only {@link #markup} takes tags. Not thread-safe. */
public final class Javadoc {
    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();

    /** A comment that begins with the generator's own words, in which tags count. */
    public static Javadoc of(String markup) {
        return new Javadoc().markup(markup);
    }

    /** Adds a user's text; blank lines part paragraphs; nothing for a blank text. */
    public Javadoc text(String text) {
        StringBuilder paragraph = new StringBuilder();
        for (String line : Escaping.javadoc(text).lines().toList()) {
            if (line.isBlank()) {
                endParagraph(paragraph);
            } else {
                paragraph.append(line).append('\n');
            }
        }
        endParagraph(paragraph);
        return this;
    }

    /** Adds a paragraph of the generator's own words, in which tags count. */
    public Javadoc markup(String paragraph) {
        paragraphs.add(paragraph);
        return this;
    }

    /** Describes a parameter in a user's words, or for a type parameter's name in angle brackets. */
    public Javadoc param(String name, String text) {
        tags.add("@param " + name + " " + oneParagraph(text));
        return this;
    }

    /** Describes the result in the generator's own words. */
    public Javadoc returns(String markup) {
        tags.add("@return " + markup);
        return this;
    }

    /** Says what is thrown when, in the generator's own words. */
    public Javadoc throwing(String exception, String markup) {
        tags.add("@throws " + exception + " " + markup);
        return this;
    }

    /** Marks as deprecated, in a user's words. */
    public Javadoc deprecated(String text) {
        tags.add("@deprecated " + oneParagraph(text));
        return this;
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return paragraphs.isEmpty() && tags.isEmpty();
    }

    /**
     * The comment's lines, without indentation.
     *
     * @param width the most characters a line may have
     */
    List<String> lines(int width) {
        if (tags.isEmpty() && paragraphs.size() == 1) {
            String line = "/** " + String.join(" ", words(paragraphs.get(0))) + " */";
            if (line.length() <= width) {
                return List.of(line);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("/**");
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i > 0) {
                lines.add(" *");
            }
            wrap(i > 0 ? "<p>" + paragraphs.get(i) : paragraphs.get(i), " * ", width, lines);
        }
        if (!tags.isEmpty() && !paragraphs.isEmpty()) {
            lines.add(" *");
        }
        for (String tag : tags) {
            wrap(tag, " * ", width, lines);
        }
        lines.add(" */");
        return lines;
    }

    private void endParagraph(StringBuilder paragraph) {
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString().strip());
            paragraph.setLength(0);
        }
    }

    private static String oneParagraph(String text) {
        return String.join(" ", words(Escaping.javadoc(text)));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text, " \t\n");
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    private static void wrap(String text, String prefix, int width, List<String> lines) {
        StringBuilder line = new StringBuilder(prefix);
        boolean empty = true;
        String indent = text.startsWith("@") ? prefix + "    " : prefix;
        for (String word : words(text)) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }
}
