package org.openbankmark.topology.generator.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.output.Changes;
import org.openbankmark.topology.generator.output.OutputException;
import org.openbankmark.topology.generator.output.OutputStore;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.model.problem.InvalidTopologyException;

/** Generates what a request asks for. Stateless and safe for use by several threads, and by several builds at once. */
public final class Generator {

    private Generator() {}

    /**
     * Brings the generated files in step with the topology file; does nothing where nothing changed.
     *
     * @throws InvalidTopologyException with all mistakes of the topology; then no file was touched
     * @throws OutputException if something on the disk stands in the way; then no file was touched
     * @throws IOException if the disk fails; then the next run puts things right
     */
    public static GenerationResult generate(GenerationRequest request)
            throws InvalidTopologyException, OutputException, IOException {
        try (OutputStore store = OutputStore.open(request.topologyFile(), request.stateDirectory(), request.roots())) {
            if (store.isCurrent(InputFingerprint.of(request, store.inputs()))) {
                return GenerationResult.upToDate();
            }
            long started = System.currentTimeMillis();
            Topology topology = TopologyLoader.load(request.topologyFile(), request.environment());
            List<GeneratedFile> files = Emission.of(request, topology);
            String fingerprint =
                    changedSince(started, topology.inputs()) ? "" : InputFingerprint.of(request, topology.inputs());
            Changes changes = store.replace(fingerprint, topology.inputs(), files, Emission::isGenerated);
            return GenerationResult.of(changes);
        }
    }

    /** Whether an input may be other than it was read; then its fingerprint must not vouch for what was generated. */
    private static boolean changedSince(long started, List<Path> inputs) throws IOException {
        for (Path input : inputs) {
            if (Files.getLastModifiedTime(input).toMillis() >= started) {
                return true;
            }
        }
        return false;
    }
}
