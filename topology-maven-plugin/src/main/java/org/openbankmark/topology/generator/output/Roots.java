package org.openbankmark.topology.generator.output;

import java.nio.file.Path;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * Where each {@link Kind} is on this disk; absolute and normalized.
 *
 * @param sources may be the same directory as others
 */
public record Roots(Path sources, Path resources, Path testSources) {

    public Roots {
        sources = sources.toAbsolutePath().normalize();
        resources = resources.toAbsolutePath().normalize();
        testSources = testSources.toAbsolutePath().normalize();
    }

    /** The directory for files of a kind. */
    public Path of(Kind kind) {
        return switch (kind) {
            case JAVA -> sources;
            case RESOURCE -> resources;
            case TEST_JAVA -> testSources;
        };
    }
}
