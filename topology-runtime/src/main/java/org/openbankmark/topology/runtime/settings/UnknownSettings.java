package org.openbankmark.topology.runtime.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds settings that nobody reads: most often a name with a slip in it, which would otherwise apply to nothing in silence.
 * Only ever a warning, because plug-ins of the user (serializers, interceptors, reporters) may have settings of their own.
 */
public final class UnknownSettings {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownSettings.class);

    /** Of the registry's client, and of Confluent's serializers, which a user may set in place of ours. */
    private static final Pattern KNOWN_ELSEWHERE = Pattern.compile("schema\\.registry\\..*"
            + "|(basic|bearer)\\.auth\\..*|max\\.retries|retries(\\.max)?\\.wait\\.ms|http\\.(connect|read)\\.timeout\\.ms"
            + "|(key|value)\\.subject\\.name\\.strategy|auto\\.register\\.schemas|(use|normalize|latest|id|context)\\..*"
            + "|(avro|specific|json|protobuf|rule|proxy|max\\.schemas)\\..*");

    private final Set<String> kafka = new TreeSet<>();

    private UnknownSettings() {
        kafka.addAll(ProducerConfig.configNames());
        kafka.addAll(ConsumerConfig.configNames());
        kafka.addAll(AdminClientConfig.configNames());
    }

    /** Logs one warning for each unknown setting, with the name that may have been meant. Values are not shown. */
    public static void warn(Settings settings) {
        in(settings).forEach(LOG::warn);
    }

    /** What {@link #warn} says. */
    static List<String> in(Settings settings) {
        UnknownSettings unknown = new UnknownSettings();
        List<String> warnings = new ArrayList<>();
        for (String name : settings.values().keySet()) {
            if (!unknown.kafka.contains(name) && !KNOWN_ELSEWHERE.matcher(name).matches()) {
                warnings.add("the setting " + name + " is known to none of Kafka's clients nor to the registry's"
                        + unknown.nearest(name)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
            }
        }
        return warnings;
    }

    private Optional<String> nearest(String name) {
        return kafka.stream().filter(known -> atMostTwoSlips(name, known)).findFirst();
    }

    /** Whether one or two characters more, less or other make one name of the other. */
    private static boolean atMostTwoSlips(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return false;
        }
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int slip = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + slip);
            }
            above = row;
        }
        return above[other.length()] <= 2;
    }
}
