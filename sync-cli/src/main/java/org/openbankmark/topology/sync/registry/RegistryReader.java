package org.openbankmark.topology.sync.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
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

    private Answers ask(SortedSet<String> listed, Collection<String> names) {
        Map<String, JsonNode> latest = new LatestVersions(api, parallel).read(listed.size(), names.size());
        List<String> asked = List.copyOf(names);
        List<Optional<Answers.Answer>> found =
                parallel.map(asked, name -> ask(name, Optional.ofNullable(latest.get(name))));
        Map<String, Optional<Answers.Answer>> answers = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            answers.put(asked.get(i), found.get(i));
        }
        return new Answers(listed, answers);
    }

    private Optional<Answers.Answer> ask(String name, Optional<JsonNode> known) {
        return known.or(() -> api.latest(name)).map(latest -> new Answers.Answer(latest, api.level(name)));
    }

    /**
     * What the registry has. Each wanted subject that no list shows is asked for by its name: a registry may cut its lists
     * (Apicurio's of names has 1,000 unless told otherwise), and a subject must not be taken for missing for that.
     *
     * @param wanted by subject: the schema that it should have as its latest
     */
    public RegistryState read(Map<String, String> wanted) {
        RegistryState state = state(
                ask(api.subjects(), wanted.keySet()),
                (name, answer) -> subject(name, Objects.requireNonNull(wanted.get(name)), answer));
        List<String> without = wanted.keySet().stream()
                .filter(name -> !state.subjects().containsKey(name))
                .toList();
        return state.withPreset(presetLevels(without));
    }

    /** All subjects with their latest versions, and those of these topics even where the registry cuts its list. */
    public RegistryState readAll(Collection<String> topics) {
        SortedSet<String> listed = api.subjects();
        SortedSet<String> names = new TreeSet<>(listed);
        topics.forEach(topic -> names.add(topic + "-value"));
        return state(ask(listed, names), this::latest);
    }

    private RegistryState state(
            Answers answers, BiFunction<String, Answers.Answer, Optional<SubjectState>> understand) {
        SortedMap<String, Answers.Answer> found = new TreeMap<>();
        answers.bySubject().forEach((name, answer) -> answer.ifPresent(there -> found.put(name, there)));
        SortedMap<String, SubjectState> subjects = new TreeMap<>();
        for (Optional<SubjectState> state : parallel.map(
                List.copyOf(found.entrySet()), entry -> understand.apply(entry.getKey(), entry.getValue()))) {
            state.ifPresent(there -> subjects.put(there.name(), there));
        }
        SortedSet<String> others = new TreeSet<>(answers.listed());
        others.removeAll(answers.bySubject().keySet());
        // A wanted subject that is an alias of another is that other one, which is not to be deleted.
        found.values().forEach(answer -> others.remove(api.subject(answer.latest())));
        boolean complete = found.entrySet().stream()
                .allMatch(each -> answers.listed().contains(each.getKey())
                        || answers.listed().contains(api.subject(each.getValue().latest())));
        return new RegistryState(subjects, new TreeMap<>(), others, complete, new TreeMap<>());
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

    private Optional<SubjectState> latest(String name, Answers.Answer answer) {
        Registered latest = new VersionParser(api).parse(answer.latest());
        return Optional.of(new SubjectState(name, answer.level(), List.of(latest), false));
    }

    private Optional<SubjectState> subject(String name, String wanted, Answers.Answer answer) {
        JsonNode latest = answer.latest();
        String text = latest.path("schema").asText();
        if (text.equals(wanted)) {
            Registered same = new Registered(
                    latest.path("version").asInt(),
                    latest.path("id").asInt(),
                    text,
                    Optional.empty(),
                    SubjectsApi.references(latest));
            return Optional.of(new SubjectState(name, answer.level(), List.of(same), false));
        }
        VersionParser parser = new VersionParser(api);
        List<Registered> versions = new ArrayList<>();
        for (int number : api.versions(name)) {
            api.version(name, Integer.toString(number)).map(parser::parse).ifPresent(versions::add);
        }
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> same = versions.stream().anyMatch(version -> version.is(wanted))
                        || versions.stream()
                                .noneMatch(version -> version.schema().isPresent())
                ? Optional.empty()
                : api.find(name, wanted);
        return Optional.of(new SubjectState(name, answer.level(), versions, true, same));
    }
}
