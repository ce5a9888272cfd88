package org.openbankmark.topology.model.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /** "did you mean 'string'?", where one of the known words is near enough. */
    public static Optional<String> didYouMean(String word, Collection<String> known) {
        return nearest(word, known).map(near -> "did you mean '" + near + "'?");
    }

    /** The same, or else a list of what is known; nothing where that list would be too long to help. */
    public static Optional<String> didYouMeanOrOneOf(String word, Collection<String> known) {
        Optional<String> near = didYouMean(word, known);
        if (near.isPresent() || known.isEmpty() || known.size() > 24) {
            return near;
        }
        return Optional.of("known here: " + String.join(", ", known));
    }

    /** The known word at the smallest edit distance, if that is at most a third of the word's length. */
    static Optional<String> nearest(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, word.length() / 3);
        record Near(String word, int distance) {}
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
                .map(candidate -> new Near(candidate, distance(lower, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance <= limit)
                .min(Comparator.comparingInt(Near::distance)
                        .thenComparing(near -> !startsAlike(near.word, word))
                        .thenComparing(Near::word))
                .map(Near::word);
    }

    private static boolean startsAlike(String a, String b) {
        return !a.isEmpty() && !b.isEmpty() && a.charAt(0) == b.charAt(0);
    }

    // Optimal string alignment: as Levenshtein's, and two neighbours that changed places count once.
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
