package org.openbankmark.topology.runtime.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The description of a topology that lies beside its generated code, as {@code META-INF/topology/<name>.json}. Immutable and
 * safe for use by several threads.
 */
public final class TopologyDescription {
    private final String fingerprint;

    private TopologyDescription(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /**
     * Reads the description.
     *
     * @param near a class from the same jar
     * @param topology the topology's name
     * @throws IllegalStateException if the jar lacks it, which means that resources were left out when it was packed
     */
    public static TopologyDescription of(Class<?> near, String topology) {
        String path = "/META-INF/topology/" + topology + ".json";
        try (InputStream in = near.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path + " beside " + near.getName()
                        + "; the generated resources must be packed with the generated classes");
            }
            JsonNode document = new ObjectMapper().readTree(in);
            return new TopologyDescription(document.path("fingerprint").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + path, e);
        }
    }

    /** Hex SHA-256 over the meaning of the topology; the same for two jars made from the same topology. */
    public String fingerprint() {
        return fingerprint;
    }
}
