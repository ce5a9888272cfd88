package org.openbankmark.topology.bench.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.registry.Parallel;
import org.openbankmark.topology.sync.registry.RegistryReader;
import org.openbankmark.topology.sync.registry.SubjectsApi;
import org.openbankmark.topology.sync.state.RegistryState;

/** Asks the registry what a plan asks it, from a process that is warm: what the registry itself needs. Seconds. */
final class RegistryReading implements AutoCloseable {
    /** As many questions at once as sync-cli asks. */
    private static final int WIDTH = 16;

    private final Parallel parallel = new Parallel(WIDTH);
    private final RegistryReader reader;

    RegistryReading(String url) {
        this.reader = new RegistryReader(new SubjectsApi(Settings.of(Map.of("schema.registry.url", url))), parallel);
    }

    /** Level and latest version of each subject of a file, all of which are there: two questions each. */
    double ofSubjects(Path file) throws Exception {
        Topology topology = TopologyLoader.load(file, Optional.empty());
        Map<String, String> wanted = new TreeMap<>();
        topology.topics().forEach(topic -> topic.types()
                .forEach(type -> wanted.put(topic.subject(type), type.schema().toString())));
        long start = System.nanoTime();
        RegistryState state = reader.read(wanted);
        long end = System.nanoTime();
        if (state.subjects().size() != wanted.size()) {
            throw new IOException(state.subjects().size() + " of " + wanted.size() + " subjects are there");
        }
        return (end - start) / 1e9;
    }

    @Override
    public void close() {
        parallel.close();
    }
}
