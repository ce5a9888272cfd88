package org.openbankmark.topology.sync.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.openbankmark.topology.sync.SyncException;

/** What a jar needs, by the descriptions that the plugin put into it or into jars inside it (as Spring Boot's have). */
public final class NeedsOfJar {
    private static final String ROOT = "META-INF/topology/";
    private static final int FORMAT = 1;
    /** Bounds, because a jar may come from anywhere. */
    private static final int LARGEST_ENTRY = 64 << 20;

    private NeedsOfJar() {}

    /**
     * Reads the jar.
     *
     * @param environment where the jar's programs run; empty for what its topology says of none
     * @throws SyncException if it cannot be read, has no description in a form that is known, or none that knows the environment
     */
    public static Needs of(Path jar, Optional<String> environment) {
        Map<String, byte[]> entries = new TreeMap<>();
        try (InputStream in = Files.newInputStream(jar)) {
            collect(in, entries, true);
        } catch (IOException unreadable) {
            String why = unreadable instanceof NoSuchFileException ? "there is no such file" : unreadable.getMessage();
            throw new SyncException("the jar " + jar + " cannot be read: " + why, unreadable);
        }
        List<JsonNode> documents = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String name = entry.getKey().substring(ROOT.length());
            if (name.endsWith(".json") && !name.contains("/")) {
                documents.add(document(jar, entry.getKey(), entry.getValue()));
            }
        }
        if (documents.isEmpty()) {
            throw new SyncException(
                    jar + " holds no topology (" + ROOT
                            + "*.json): was it, or a jar in it, made with the topology plugin?",
                    null);
        }
        environment.ifPresent(name -> requireKnown(jar, name, documents));
        List<Need> needs = new ArrayList<>();
        documents.forEach(document -> needs.addAll(needs(jar, document, environment, entries)));
        return new Needs(jar.toString(), needs);
    }

    /** Of several topologies in a jar, some may be the same everywhere. */
    private static void requireKnown(Path jar, String environment, List<JsonNode> documents) {
        SortedSet<String> known = new TreeSet<>();
        documents.forEach(
                document -> document.path("environments").properties().forEach(each -> known.add(each.getKey())));
        if (!known.contains(environment)) {
            throw new SyncException(
                    "the topology in " + jar + " has no environment '" + environment + "'; "
                            + (known.isEmpty()
                                    ? "it has none, or an earlier version of the plugin made it"
                                    : "it has " + String.join(", ", known)),
                    null);
        }
    }

    private static void collect(InputStream in, Map<String, byte[]> entries, boolean nested) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            int at = name.indexOf(ROOT);
            if (!entry.isDirectory() && at >= 0) {
                entries.put(name.substring(at), bytes(zip, name));
            } else if (nested && name.endsWith(".jar")) {
                collect(new ByteArrayInputStream(bytes(zip, name)), entries, false);
            }
        }
    }

    private static byte[] bytes(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_ENTRY);
        if (bytes.length == LARGEST_ENTRY) {
            throw new IOException("its entry " + name + " is too large");
        }
        return bytes;
    }

    private static JsonNode document(Path jar, String name, byte[] description) {
        JsonNode document;
        try {
            document = new ObjectMapper().readTree(description);
        } catch (IOException notJson) {
            throw new SyncException(name + " in " + jar + " is not JSON", notJson);
        }
        if (document.path("format").asInt() != FORMAT) {
            throw new SyncException(
                    name + " in " + jar + " has format "
                            + document.path("format").asText() + "; this version knows " + FORMAT,
                    null);
        }
        return document;
    }

    private static List<Need> needs(
            Path jar, JsonNode document, Optional<String> environment, Map<String, byte[]> entries) {
        JsonNode partitions =
                document.path("environments").path(environment.orElse("")).path("partitions");
        List<Need> needs = new ArrayList<>();
        for (JsonNode topic : document.path("topics")) {
            SortedMap<String, Schema> schemas = new TreeMap<>();
            topic.path("subjects")
                    .properties()
                    .forEach(subject -> schemas.put(
                            subject.getKey(),
                            schema(jar, document, subject.getValue().asText(), entries)));
            String name = topic.path("name").asText();
            needs.add(new Need(
                    name,
                    partitions.path(name).asInt(topic.path("partitions").asInt()),
                    topic.path("key").isArray(),
                    schemas));
        }
        return needs;
    }

    private static Schema schema(Path jar, JsonNode document, String record, Map<String, byte[]> entries) {
        byte[] schema = entries.get(document.path("schemas").path(record).asText());
        if (schema == null) {
            throw new SyncException("the schema of " + record + " is not in " + jar, null);
        }
        try {
            return new Schema.Parser(NameValidator.NO_VALIDATION).parse(new ByteArrayInputStream(schema));
        } catch (IOException | AvroRuntimeException invalid) {
            throw new SyncException("the schema of " + record + " in " + jar + " is not valid Avro", invalid);
        }
    }
}
