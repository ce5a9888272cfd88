package org.openbankmark.topology.sync.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openbankmark.topology.runtime.registry.RegistryException;

/**
 * The latest versions of many subjects in few answers, where the registry has a question for that. It saves time and proves
 * nothing: a subject that is left out is to be asked for by its name, it may exist all the same.
 */
final class LatestVersions {
    /** An answer has a limit: so many schemas of 80 KB each fit. */
    private static final int PAGE = 200;

    /** Fewer are asked for by name at once. */
    private static final int FEW = 16;

    /** Of a page with other people's subjects, so many for each wanted one cost no more than asking for that by name. */
    private static final int OTHERS = 8;

    private final SubjectsApi api;
    private final Parallel parallel;

    LatestVersions(SubjectsApi api, Parallel parallel) {
        this.api = api;
        this.parallel = parallel;
    }

    /**
     * By subject, also of those that nobody wants; none where asking by name is as fast.
     *
     * @param listed how many subjects the registry has
     * @param wanted how many of them matter
     */
    Map<String, JsonNode> read(int listed, int wanted) {
        if (wanted <= FEW || (long) wanted * OTHERS < listed) {
            return Map.of();
        }
        try {
            return pages(listed);
        } catch (RegistryException refused) {
            // Its reasons may concern this question alone; if not, it gives them to the next one.
            return Map.of();
        }
    }

    private Map<String, JsonNode> pages(int listed) {
        Optional<List<JsonNode>> first = api.latestVersions(0, PAGE);
        if (first.isEmpty()) {
            return Map.of();
        }
        List<List<JsonNode>> pages = new ArrayList<>();
        pages.add(first.get());
        // A registry that knows no pages has given all of them.
        if (first.get().size() == PAGE) {
            List<Integer> offsets = IntStream.iterate(PAGE, offset -> offset < listed, offset -> offset + PAGE)
                    .boxed()
                    .toList();
            parallel.map(offsets, offset -> api.latestVersions(offset, PAGE))
                    .forEach(page -> page.ifPresent(pages::add));
        }
        Map<String, JsonNode> latest = new HashMap<>();
        // Where something is registered meanwhile, a subject can stand on two pages.
        pages.forEach(
                page -> page.forEach(version -> latest.merge(api.subject(version), version, LatestVersions::newer)));
        return latest;
    }

    private static JsonNode newer(JsonNode one, JsonNode other) {
        return one.path("version").asInt() >= other.path("version").asInt() ? one : other;
    }
}
