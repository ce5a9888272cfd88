package org.openbankmark.topology.runtime.poll;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/**
 * Whether any broker answers, judged by the client's own metrics: no connection, or no byte received for longer than a
 * group member stays silent, means no; a byte received means yes. For the poll thread alone.
 */
final class BrokerContact {
    private static final String GROUP = "consumer-metrics";

    private final long silenceNanos;
    private final @Nullable Metric connections;
    private final @Nullable Metric bytesReceived;
    private double lastBytes = -1;
    private long heardNanos;
    private boolean connected = true;

    /** @param silence longer than the time between two heartbeats */
    BrokerContact(Map<MetricName, ? extends Metric> metrics, Duration silence) {
        this.silenceNanos = silence.toNanos();
        this.connections = find(metrics, "connection-count");
        this.bytesReceived = find(metrics, "incoming-byte-total");
        this.heardNanos = System.nanoTime();
    }

    boolean connected() {
        if (connections == null || bytesReceived == null) {
            return true;
        }
        long now = System.nanoTime();
        double bytes = number(bytesReceived);
        if (bytes != lastBytes) {
            lastBytes = bytes;
            heardNanos = now;
            connected = true;
        } else if (number(connections) == 0 || now - heardNanos > silenceNanos) {
            connected = false;
        }
        return connected;
    }

    private static double number(Metric metric) {
        return metric.metricValue() instanceof Number value ? value.doubleValue() : 0;
    }

    private static @Nullable Metric find(Map<MetricName, ? extends Metric> metrics, String name) {
        for (Map.Entry<MetricName, ? extends Metric> metric : metrics.entrySet()) {
            if (metric.getKey().name().equals(name) && metric.getKey().group().equals(GROUP)) {
                return metric.getValue();
            }
        }
        return null;
    }
}
