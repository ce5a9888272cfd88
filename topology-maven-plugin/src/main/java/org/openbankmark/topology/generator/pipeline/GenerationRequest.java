package org.openbankmark.topology.generator.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.openbankmark.topology.generator.output.Roots;

/**
 * What to generate, from what, and where to.
 *
 * @param topologyFile absolute
 * @param environment which of the topology's environments to lay over it; empty for none
 * @param roots where files go
 * @param stateDirectory where the generator remembers what it wrote
 * @param parts what to generate beyond what always is
 * @param generatorVersion stands in generated code
 * @param generatorBuild differs where the generator's code does, even if its version does not
 */
public record GenerationRequest(
        Path topologyFile,
        Optional<String> environment,
        Roots roots,
        Path stateDirectory,
        Set<Part> parts,
        String generatorVersion,
        String generatorBuild) {

    public GenerationRequest {
        topologyFile = topologyFile.toAbsolutePath().normalize();
        stateDirectory = stateDirectory.toAbsolutePath().normalize();
        parts = Set.copyOf(parts);
    }

    /** Whether a part is asked for. */
    public boolean wants(Part part) {
        return parts.contains(part);
    }
}
