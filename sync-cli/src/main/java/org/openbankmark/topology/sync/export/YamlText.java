package org.openbankmark.topology.sync.export;

/** Text as YAML's scalars. */
final class YamlText {

    private YamlText() {}

    /** A name, in quotes where YAML could take it for something else. */
    static String key(String name) {
        return name.matches("[a-zA-Z][a-zA-Z0-9_-]*([.][a-zA-Z0-9_-]+)*") && !isWord(name) ? name : quoted(name);
    }

    /** A value. */
    static String scalar(String value) {
        return value.matches("-?[0-9]{1,18}|true|false|[a-z][a-z0-9_-]*")
                        && (value.matches("true|false") || !isWord(value))
                ? value
                : quoted(value);
    }

    private static boolean isWord(String text) {
        return text.matches("(?i)true|false|yes|no|on|off|null|y|n");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
