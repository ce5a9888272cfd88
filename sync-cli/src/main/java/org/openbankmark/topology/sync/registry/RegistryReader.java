package org.openbankmark.topology.sync.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
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
     * What the registry has. Each wanted subject is asked for by its name: a registry may cut the list of all names
     * (Apicurio's has 1,000 unless told otherwise), and a subject must not be taken for missing for that.
     *
     * @param wanted by subject: the schema that it should have as its latest
     */
    public RegistryState read(Map<String, String> wanted) {
        RegistryState state =
                state(List.copyOf(wanted.keySet()), name -> subject(name, Objects.requireNonNull(wanted.get(name))));
        List<String> without = wanted.keySet().stream()
                .filter(name -> !state.subjects().containsKey(name))
                .toList();
        return state.withPreset(presetLevels(without));
    }

    /** All subjects with their latest versions, and those of these topics even where the registry cuts its list. */
    public RegistryState readAll(Collection<String> topics) {
        SortedSet<String> names = new TreeSet<>(api.subjects());
        topics.forEach(topic -> names.add(topic + "-value"));
        return state(List.copyOf(names), this::latest);
    }

    private RegistryState state(List<String> names, Function<String, Optional<SubjectState>> read) {
        SortedMap<String, SubjectState> subjects = new TreeMap<>();
        for (Optional<SubjectState> state : parallel.map(names, read)) {
            state.ifPresent(found -> subjects.put(found.name(), found));
        }
        SortedSet<String> listed = api.subjects();
        SortedSet<String> others = new TreeSet<>(listed);
        others.removeAll(names);
        return new RegistryState(
                subjects, new TreeMap<>(), others, listed.containsAll(subjects.keySet()), new TreeMap<>());
    }

    /** An apply that did not come to an end may have left a level without a schema. */
    private SortedMap<String, Compatibility> presetLevels(List<String> names) {
        List<Optional<Compatibility>> levels = parallel.map(names, api::ownLevel);
        SortedMap<String, Compatibility> preset = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            levels.get(i).ifPresent(level -> preset.put(name, level));
        }
        return preset;
    }

    /** By subject: which others have schemas that refer to any of its versions. */
    public SortedMap<String, SortedSet<String>> referrers(Collection<String> names) {
        List<String> asked = List.copyOf(names);
        List<SortedSet<String>> found = parallel.map(asked, this::referrers);
        SortedMap<String, SortedSet<String>> referrers = new TreeMap<>();
        for (int i = 0; i < asked.size(); i++) {
            referrers.put(asked.get(i), found.get(i));
        }
        return referrers;
    }

    private SortedSet<String> referrers(String name) {
        SortedSet<String> referrers = new TreeSet<>();
        for (int version : api.versions(name)) {
            referrers.addAll(api.referrers(name, version));
        }
        referrers.remove(name);
        return referrers;
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
