package org.openbankmark.topology.sync.cluster;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.SyncException;

/** Kafka's exceptions in a line for people. */
public final class KafkaErrors {

    private KafkaErrors() {}

    /**
     * Waits for an answer.
     *
     * @throws KafkaException what the cluster or the client says against it
     */
    public static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw new KafkaException(failed.getCause());
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    /** Why no connection came about. */
    static SyncException toConnect(Settings settings, KafkaException failed) {
        String servers = settings.get("bootstrap.servers").orElse("");
        Throwable root = root(failed);
        if (failed instanceof AuthenticationException) {
            return new SyncException(
                    "Kafka at " + servers + " refused the credentials: " + line(failed)
                            + "; check the sasl.* and ssl.* settings of --command-config or the environment",
                    failed);
        }
        if (failed instanceof TimeoutException) {
            return new SyncException(
                    "no Kafka broker answered at " + servers
                            + "; check the address, that it is up, and security.protocol (--timeout sets how long to wait)",
                    failed);
        }
        if (String.valueOf(root.getMessage()).contains("No resolvable bootstrap")) {
            return new SyncException("no host of the brokers " + servers + " is known; check the address", failed);
        }
        if (root instanceof ConfigException) {
            return new SyncException("the Kafka settings are wrong: " + line(root), failed);
        }
        return new SyncException("no connection to Kafka at " + servers + ": " + line(root), failed);
    }

    /** What a cluster said against reading or asking. */
    public static SyncException toRead(String what, KafkaException failed) {
        if (failed instanceof TimeoutException) {
            return new SyncException("Kafka did not give " + what + " in time; try again, or raise --timeout", failed);
        }
        return new SyncException("Kafka did not give " + what + ": " + text(failed), failed);
    }

    /** One line, with the right that is missing where one is. */
    public static String text(Throwable failed) {
        String advice = "";
        if (failed instanceof TopicAuthorizationException
                || failed instanceof ClusterAuthorizationException
                || failed instanceof GroupAuthorizationException) {
            advice = "; sync-cli's own principal lacks a right, see its documentation, \"Rights\"";
        }
        return line(failed) + advice;
    }

    private static String line(Throwable failed) {
        String message = failed.getMessage();
        return message == null || message.isBlank()
                ? failed.getClass().getSimpleName()
                : message.replaceAll("\\s+", " ").strip();
    }

    private static Throwable root(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
