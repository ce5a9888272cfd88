package org.openbankmark.topology.runtime.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which settings must not be shown. By name, so that a setting of an unknown plugin is hidden as well. */
final class SecretSettings {
    private static final Pattern SECRET_NAME = Pattern.compile(
            "password|passwd|jaas|secret|token|credential|user[._-]?info|private|certificate[._-]chain|keystore[._-]key"
                    + "|truststore[._-]certificates|api[._-]?key|access[._-]?key|(^|[._-])key$");
    /** Serializers and the like are named {@code key.…}; a location is a path. */
    private static final Pattern OPEN_NAME = Pattern.compile(
            "endpoint[._-]url$|location$|[._-]class$|credentials[._-]source$|[._-](ms|seconds|factor)$");
    /** {@code https://user:password@host}. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s,]*@");

    private SecretSettings() {}

    static String shown(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean secret =
                SECRET_NAME.matcher(lower).find() && !OPEN_NAME.matcher(lower).find();
        return secret ? "***" : USER_INFO.matcher(value).replaceAll("***@");
    }
}
