package org.openbankmark.topology.generator.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a name such as {@code balance_changed}, {@code bank.events-v2} or {@code balanceChanged}. Stateless. */
public final class Words {
    private Words() {}

    /**
     * Words joined, each with a capital: {@code BalanceChanged}. A name that begins with a digit gets the prefix.
     *
     * @param prefix what stands before a digit, such as {@code Topic}
     */
    public static String pascalCase(String name, String prefix) {
        StringBuilder out = new StringBuilder();
        for (String word : split(name)) {
            out.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return !out.isEmpty() && Character.isDigit(out.charAt(0)) ? prefix + out : out.toString();
    }

    /** As {@link #pascalCase}, the first letter small: {@code balanceChanged}. */
    public static String camelCase(String name, String prefix) {
        String pascal = pascalCase(name, prefix);
        return pascal.isEmpty() ? pascal : Character.toLowerCase(pascal.charAt(0)) + pascal.substring(1);
    }

    /** Words in capitals, joined by underscores: {@code BALANCE_CHANGED}. A name that begins with a digit gets the prefix. */
    public static String upperSnakeCase(String name, String prefix) {
        String joined = String.join("_", split(name)).toUpperCase(Locale.ROOT);
        return !joined.isEmpty() && Character.isDigit(joined.charAt(0))
                ? prefix.toUpperCase(Locale.ROOT) + "_" + joined
                : joined;
    }

    /** Parts between characters that are neither letters nor digits, and before a capital that follows a small letter or digit. */
    private static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letterOrDigit = isLetterOrDigit(c);
            boolean hump = letterOrDigit && Character.isUpperCase(c) && i > 0 && isSmall(name.charAt(i - 1));
            if ((hump || !letterOrDigit) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (letterOrDigit) {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isSmall(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
