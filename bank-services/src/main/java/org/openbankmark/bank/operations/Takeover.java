package org.openbankmark.bank.operations;

import org.openbankmark.topology.runtime.settings.Settings;

/** How soon others of its group go on with what a killed process had. */
public final class Takeover {
    private static final String SESSION = "session.timeout.ms";

    private Takeover() {}

    /** Settings with which a killed member is missed within six seconds, unless they say something else; Kafka's own default is 45. */
    public static Settings quick(Settings settings) {
        return settings.get(SESSION).isPresent()
                ? settings
                : settings.with(SESSION, "6000").with("heartbeat.interval.ms", "1500");
    }
}
