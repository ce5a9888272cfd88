package org.openbankmark.topology.model.raw;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.source.Spanned;

/**
 * Facts of how a topic is deployed, as far as they are given: in a topic, in the defaults, or in an environment.
 *
 * @param config settings by name; a value that is null takes the setting away again
 */
public record RawDeployment(
        Optional<Spanned<Integer>> partitions,
        Optional<Spanned<Integer>> replicas,
        Optional<Spanned<Compatibility>> compatibility,
        Map<String, Setting> config,
        Optional<Boolean> preventDelete) {

    /** Nothing given. */
    public static final RawDeployment NOTHING =
            new RawDeployment(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty());

    /** A setting; its value is empty where it is taken away. */
    public record Setting(Spanned<String> name, Optional<Spanned<String>> value) {}

    /** These facts with those of {@code above} laid over them. */
    public RawDeployment overlaidBy(RawDeployment above) {
        Map<String, Setting> settings = new LinkedHashMap<>(config);
        settings.putAll(above.config);
        return new RawDeployment(
                above.partitions.or(() -> partitions),
                above.replicas.or(() -> replicas),
                above.compatibility.or(() -> compatibility),
                settings,
                above.preventDelete.or(() -> preventDelete));
    }
}
