package org.openbankmark.topology.model.yaml;

/**
 * Lets {@code string?} stand without quotes inside braces. YAML 1.2 allows it (section 7.3.3, plain scalars); snakeyaml
 * reads YAML 1.1, where a question mark ends a plain scalar there. So it is given another character in its place, of the
 * same width, which is turned back in each scalar.
 */
final class OptionalMark {
    /** From Unicode's area for private use. A file that has it already is left as it is. */
    private static final char STAND_IN = '\uE03F';

    private OptionalMark() {}

    /** The text with a stand-in for each question mark that ends a word. */
    static String hide(String text) {
        if (text.indexOf('?') < 0 || isIn(text)) {
            return text;
        }
        StringBuilder hidden = new StringBuilder(text);
        for (int i = text.indexOf('?', 1); i > 0; i = text.indexOf('?', i + 1)) {
            char before = hidden.charAt(i - 1);
            if (follows(before) || before == STAND_IN) {
                hidden.setCharAt(i, STAND_IN);
            }
        }
        return hidden.toString();
    }

    /** Whether a question mark behind this character ends a word. */
    static boolean follows(char before) {
        return Character.isLetterOrDigit(before) || "_>)]".indexOf(before) >= 0;
    }

    /** Whether {@link #hide} leaves a file as it is, so that nothing is to be restored. */
    static boolean isIn(String file) {
        return file.indexOf(STAND_IN) >= 0;
    }

    /** A scalar of a file that had no stand-in, as the file has it. */
    static String restore(String scalar) {
        return scalar.replace(STAND_IN, '?');
    }
}
