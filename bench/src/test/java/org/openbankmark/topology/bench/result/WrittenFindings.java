package org.openbankmark.topology.bench.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a benchmark left in its directory of results. */
public final class WrittenFindings {
    private WrittenFindings() {}

    /** The file of one benchmark. */
    public static JsonNode read(Path results, String benchmark) throws IOException {
        return new ObjectMapper().readTree(results.resolve(benchmark + ".json").toFile());
    }

    /** The names in one of its lists. */
    public static List<String> names(JsonNode findings, String list) {
        return findings.path(list).findValuesAsText("name");
    }
}
