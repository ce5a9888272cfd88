package org.openbankmark.topology.sync.cli;

import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbankmark.topology.runtime.settings.Settings;

/** The secrets that a process was given, so that no message repeats one, whoever wrote that message. */
final class Secrets {
    private static final Pattern QUOTED =
            Pattern.compile("(?:password|secret|token)\\w*\\s*=\\s*\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("://([^/@\\s,]*)@");
    /** Shorter ones would make words of everyday vanish. */
    private static final int SHORTEST = 3;

    private final List<String> values;

    private Secrets(Set<String> values) {
        this.values = new ArrayList<>(values);
        this.values.sort(Comparator.comparing(String::length).reversed());
    }

    /** Those of the environment, of the options and of the file that --command-config names. */
    static Secrets of(Surroundings surroundings, String... arguments) {
        Set<String> values = new TreeSet<>();
        collect(Settings.fromEnvironment(surroundings.environment()), values);
        for (int i = 0; i < arguments.length; i++) {
            collectUserInfo(arguments[i], values);
            String file = arguments[i].startsWith("--command-config=")
                    ? arguments[i].substring("--command-config=".length())
                    : arguments[i].equals("--command-config") && i + 1 < arguments.length ? arguments[i + 1] : "";
            if (!file.isEmpty()) {
                collectFile(file, values);
            }
        }
        return new Secrets(values);
    }

    private static void collectFile(String file, Set<String> values) {
        try {
            collect(Settings.fromFile(Path.of(file)), values);
        } catch (UncheckedIOException | IllegalArgumentException unreadable) {
            // A file that cannot be read gave no secret to this process; that it cannot be read is said elsewhere.
            return;
        }
    }

    private static void collect(Settings settings, Set<String> values) {
        settings.values().forEach((name, value) -> {
            if (Settings.of(Map.of(name, value)).toString().contains("***")) {
                Matcher quoted = QUOTED.matcher(value);
                while (quoted.find()) {
                    add(quoted.group(1), values);
                }
                if (!value.contains("://")) {
                    add(value, values);
                }
            }
            if (name.endsWith("user.info")) {
                addUserInfo(value, values);
            }
            collectUserInfo(value, values);
        });
    }

    private static void collectUserInfo(String text, Set<String> values) {
        Matcher info = USER_INFO.matcher(text);
        while (info.find()) {
            addUserInfo(info.group(1), values);
        }
    }

    private static void addUserInfo(String info, Set<String> values) {
        String password = info.substring(info.indexOf(':') + 1);
        add(info, values);
        add(password, values);
        if (!password.contains("%")) {
            return;
        }
        try {
            add(URLDecoder.decode(password, StandardCharsets.UTF_8), values);
        } catch (IllegalArgumentException notEncoded) {
            // Then it is the text itself, which is among them already.
            return;
        }
    }

    private static void add(String value, Set<String> values) {
        if (value.strip().length() >= SHORTEST) {
            values.add(value.strip());
        }
    }

    String removedFrom(String text) {
        String clean = text;
        for (String value : values) {
            clean = clean.replace(value, "***");
        }
        return clean;
    }
}
