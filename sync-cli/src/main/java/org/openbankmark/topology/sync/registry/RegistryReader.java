package org.openbankmark.topology.sync.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.sync.state.Registered;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.SubjectState;

/** Reads the subjects of a topology, many at once: for each one its level and its latest version, all of them only where needed. */
public final class RegistryReader {
    private final SubjectsApi api;
    private final Parallel parallel;

    public RegistryReader(SubjectsApi api, Parallel parallel) {
        this.api = api;
        this.parallel = parallel;
    }

    /**
     * What the registry has.
     *
     * @param wanted by subject: the schema that it should have as its latest
     */
    public RegistryState read(Map<String, String> wanted) {
        NavigableSet<String> others = new TreeSet<>(api.subjects());
        List<String> present =
                wanted.keySet().stream().filter(others::contains).sorted().toList();
        others.removeAll(present);
        SortedMap<String, SubjectState> subjects = new TreeMap<>();
        for (Optional<SubjectState> state :
                parallel.map(present, name -> subject(name, Objects.requireNonNull(wanted.get(name))))) {
            state.ifPresent(found -> subjects.put(found.name(), found));
        }
        return new RegistryState(subjects, others);
    }

    /** All subjects with their latest versions. */
    public RegistryState readAll() {
        SortedSet<String> names = api.subjects();
        SortedMap<String, SubjectState> subjects = new TreeMap<>();
        for (Optional<SubjectState> state : parallel.map(List.copyOf(names), this::latest)) {
            state.ifPresent(found -> subjects.put(found.name(), found));
        }
        return new RegistryState(subjects, new TreeSet<>());
    }

    private Optional<SubjectState> latest(String name) {
        return api.latest(name)
                .map(version ->
                        new SubjectState(name, api.level(name), List.of(new VersionParser(api).parse(version)), false));
    }

    private Optional<SubjectState> subject(String name, String wanted) {
        Optional<JsonNode> latest = api.latest(name);
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        Compatibility level = api.level(name);
        String text = latest.get().path("schema").asText();
        if (text.equals(wanted)) {
            JsonNode found = latest.get();
            Registered same = new Registered(
                    found.path("version").asInt(),
                    found.path("id").asInt(),
                    text,
                    Optional.empty(),
                    SubjectsApi.references(found));
            return Optional.of(new SubjectState(name, level, List.of(same), false));
        }
        VersionParser parser = new VersionParser(api);
        List<Registered> versions = new ArrayList<>();
        for (int number : api.versions(name)) {
            api.version(name, Integer.toString(number)).map(parser::parse).ifPresent(versions::add);
        }
        return versions.isEmpty() ? Optional.empty() : Optional.of(new SubjectState(name, level, versions, true));
    }
}
