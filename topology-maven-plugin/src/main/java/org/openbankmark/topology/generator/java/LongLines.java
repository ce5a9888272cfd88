package org.openbankmark.topology.generator.java;

import java.util.ArrayList;
import java.util.List;

/** Breaks a line of code that is too long where a person would: after {@code =}, before a call, after a comma or bracket. */
final class LongLines {
    private static final String CONTINUATION = "        ";

    private LongLines() {}

    /**
     * The line in parts, all but the first indented further; as it is where it has no place to break.
     *
     * @param room the most characters a part should have
     */
    static List<String> split(String line, int room) {
        List<String> parts = new ArrayList<>();
        String rest = line;
        int indent = 0;
        while (rest.length() > room) {
            int at = place(rest, indent, room);
            if (at < 0) {
                break;
            }
            parts.add(rest.substring(0, at).stripTrailing());
            rest = CONTINUATION + rest.substring(at).stripLeading();
            indent = CONTINUATION.length();
        }
        parts.add(rest);
        return parts;
    }

    /** The best place within the room, or else the first behind it; -1 for none. */
    private static int place(String line, int indent, int room) {
        int best = -1;
        int bestRank = 0;
        boolean inString = false;
        for (int i = indent + 1; i < line.length(); i++) {
            char c = line.charAt(i - 1);
            if (c == '\\' && inString) {
                i++;
                continue;
            }
            inString ^= c == '"' && !isCharLiteral(line, i - 1);
            int rank = inString ? 0 : rank(line, i);
            if (rank == 0) {
                continue;
            }
            if (i > room) {
                return best < 0 ? i : best;
            }
            if (rank >= bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }

    private static boolean isCharLiteral(String line, int at) {
        return at > 0 && line.charAt(at - 1) == '\'';
    }

    /** How good a break before the character at the index is; 0 for none. */
    private static int rank(String line, int at) {
        if (line.startsWith(" = ", at - 3)) {
            return 3;
        } else if (line.startsWith("? ", at) || line.startsWith(": ", at)) {
            return 3;
        } else if (line.charAt(at) == '.' && line.charAt(at - 1) == ')') {
            return 2;
        } else if (line.startsWith(", ", at - 2)) {
            return 1;
        }
        return line.charAt(at - 1) == '(' && line.charAt(at) != ')' ? 1 : 0;
    }
}
