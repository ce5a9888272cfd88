package org.openbankmark.topology.model.naming;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.source.Spanned;

/** What names may look like. Each check reports what it refuses. */
public final class Names {
    private static final Pattern AVRO_FULL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** Without dots: groups and transactional ids of a service may be its name, a dot and more. */
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*");

    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*");
    // org.apache.kafka.common.internals.Topic
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[A-Za-z0-9]");
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]+");
    private static final int LONGEST_TOPIC = 249;
    /** Files are named after types, and most disks end at 255 bytes with the suffix. */
    private static final int LONGEST = 200;

    private static final Set<String> KEYWORDS = Set.of(("abstract assert boolean break byte case catch char class const"
                    + " continue default do double else enum extends false final finally float for goto if implements"
                    + " import instanceof int interface long native new null package private protected public return"
                    + " short static strictfp super switch synchronized this throw throws transient true try void"
                    + " volatile while _")
            .split(" "));

    private Names() {}

    /** The name of a type, a field or a symbol. */
    public static boolean avro(Spanned<String> name, String what, ProblemCollector problems) {
        String text = name.value();
        if (isAvro(text) && text.length() <= LONGEST) {
            return true;
        }
        if (text.length() > LONGEST) {
            problems.report(
                    Rule.INVALID_NAME, name.span(), what + " of more than " + LONGEST + " characters", "shorten it");
            return false;
        }
        String better = text.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^([0-9])", "_$1");
        problems.report(
                Rule.INVALID_NAME,
                name.span(),
                "'" + text + "' is no name for " + what,
                "names are letters, digits and '_', and do not begin with a digit"
                        + (isAvro(better) ? ", such as '" + better + "'" : ""));
        return false;
    }

    // Avro specification, "Names". By hand: each field has one, mostly before the JVM has compiled anything.
    private static boolean isAvro(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** An alias of a type: a name, or a full name with its namespace. */
    public static boolean avroAlias(Spanned<String> name, ProblemCollector problems) {
        if (AVRO_FULL.matcher(name.value()).matches() && name.value().length() <= LONGEST * 2) {
            return true;
        }
        problems.report(
                Rule.INVALID_NAME,
                name.span(),
                "'" + name.value() + "' is no name for an alias",
                "names are letters, digits and '_', and do not begin with a digit");
        return false;
    }

    /** A namespace, which becomes a Java package. */
    public static boolean namespace(Spanned<String> name, ProblemCollector problems) {
        String text = name.value();
        if (!AVRO_FULL.matcher(text).matches() || text.length() > LONGEST) {
            problems.report(
                    Rule.INVALID_NAME,
                    name.span(),
                    "'" + text + "' is no namespace",
                    "write names joined by dots, such as com.example.events");
            return false;
        }
        Optional<String> keyword =
                Arrays.stream(text.split("\\.")).filter(KEYWORDS::contains).findFirst();
        if (keyword.isPresent() || text.equals("java") || text.startsWith("java.")) {
            problems.report(
                    Rule.INVALID_NAME,
                    name.span(),
                    keyword.map(word -> "'" + word + "' is a word of Java's own and can be no package")
                            .orElse("Java allows no classes in packages below 'java'"),
                    "choose another namespace, such as com.example.events");
            return false;
        }
        return true;
    }

    /** The name of a topology. */
    public static boolean topology(Spanned<String> name, ProblemCollector problems) {
        if (WORDS.matcher(name.value()).matches() && name.value().length() <= LONGEST) {
            return true;
        }
        problems.report(
                Rule.INVALID_NAME,
                name.span(),
                "'" + name.value() + "' is no name for a topology",
                "write lower-case words joined by dashes, such as 'bank' or 'order-flow'");
        return false;
    }

    /** The name of a service. */
    public static boolean service(Spanned<String> name, ProblemCollector problems) {
        String why = name.value().contains(".")
                ? "; a dot begins names of groups: 'orders.eu' would be one of the service 'orders'"
                : "";
        return words(SERVICE, name, "a service", "'-' or '_', such as 'command-handler'" + why, problems);
    }

    /** The name of an environment. */
    public static boolean environment(Spanned<String> name, ProblemCollector problems) {
        return words(ENVIRONMENT, name, "an environment", "'-', '_' or '.', such as 'prod'", problems);
    }

    private static boolean words(
            Pattern pattern, Spanned<String> name, String what, String joints, ProblemCollector problems) {
        if (pattern.matcher(name.value()).matches() && name.value().length() <= LONGEST) {
            return true;
        }
        problems.report(
                Rule.INVALID_NAME,
                name.span(),
                "'" + name.value() + "' is no name for " + what,
                "write words of letters and digits joined by " + joints);
        return false;
    }

    /** A topic's name. */
    public static boolean topic(Spanned<String> name, ProblemCollector problems) {
        String text = name.value();
        @Nullable String wrong = null;
        if (text.isEmpty() || !TOPIC.matcher(text).matches()) {
            wrong = "Kafka allows letters, digits, '.', '_' and '-' in a topic's name";
        } else if (text.length() > LONGEST_TOPIC) {
            wrong = "Kafka allows " + LONGEST_TOPIC + " characters in a topic's name; this has " + text.length();
        } else if (text.equals(".") || text.equals("..")) {
            wrong = "Kafka allows no topic of this name";
        } else if (text.startsWith("_")) {
            wrong = "names that begin with '_' are for internal topics, which sync never touches";
        } else if (!LETTER_OR_DIGIT.matcher(text).find()) {
            wrong = "a topic's name needs a letter or a digit";
        }
        if (wrong == null) {
            return true;
        }
        problems.report(
                Rule.INVALID_TOPIC_NAME,
                name.span(),
                "'" + shortened(text) + "' is no name for a topic: " + wrong,
                "choose a name such as 'balance_changed'");
        return false;
    }

    /**
     * What is left of a name in the names of generated classes and files, on disks that ignore case: two names with the
     * same rest cannot stand side by side.
     */
    public static String folded(String name) {
        return name.replace(".", "").replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
