package org.openbankmark.bank.operations;

import org.openbankmark.topology.runtime.settings.Settings;

/** How soon others of its group go on with what a killed process had. */
public final class Takeover {
    private static final String SESSION = "session.timeout.ms";
    private static final String GROUP_PROTOCOL = "group.protocol";

    private Takeover() {}

    /**
     * Settings with which a killed member is missed within six seconds, unless they say something else; Kafka's own default is 45.
     * With {@code group.protocol=consumer} the brokers set the time, and Kafka's client refuses to have it set here.
     */
    public static Settings quick(Settings settings) {
        boolean brokersDecide = settings.get(GROUP_PROTOCOL)
                .filter("consumer"::equalsIgnoreCase)
                .isPresent();
        return brokersDecide || settings.get(SESSION).isPresent()
                ? settings
                : settings.with(SESSION, "6000").with("heartbeat.interval.ms", "1500");
    }
}
