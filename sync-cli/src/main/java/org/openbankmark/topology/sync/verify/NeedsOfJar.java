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
import java.util.SortedMap;
import java.util.TreeMap;
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
     * @throws SyncException if it cannot be read, or has no description in a form that is known
     */
    public static Needs of(Path jar) {
        Map<String, byte[]> entries = new TreeMap<>();
        try (InputStream in = Files.newInputStream(jar)) {
            collect(in, entries, true);
        } catch (IOException unreadable) {
            String why = unreadable instanceof NoSuchFileException ? "there is no such file" : unreadable.getMessage();
            throw new SyncException("the jar " + jar + " cannot be read: " + why, unreadable);
        }
        List<Need> needs = new ArrayList<>();
        boolean any = false;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String name = entry.getKey().substring(ROOT.length());
            if (name.endsWith(".json") && !name.contains("/")) {
                any = true;
                needs.addAll(needs(jar, entry.getKey(), entry.getValue(), entries));
            }
        }
        if (!any) {
            throw new SyncException(
                    jar + " holds no topology (" + ROOT
                            + "*.json): was it, or a jar in it, made with the topology plugin?",
                    null);
        }
        return new Needs(jar.toString(), needs);
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

    private static List<Need> needs(Path jar, String name, byte[] description, Map<String, byte[]> entries) {
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
        List<Need> needs = new ArrayList<>();
        for (JsonNode topic : document.path("topics")) {
            SortedMap<String, Schema> schemas = new TreeMap<>();
            topic.path("subjects")
                    .properties()
                    .forEach(subject -> schemas.put(
                            subject.getKey(),
                            schema(jar, document, subject.getValue().asText(), entries)));
            needs.add(new Need(
                    topic.path("name").asText(),
                    topic.path("partitions").asInt(),
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
