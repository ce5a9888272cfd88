package org.openbankmark.topology.generator.pipeline;

import java.io.IOException;
import java.util.List;
import org.openbankmark.topology.generator.Piece;
import org.openbankmark.topology.generator.output.Basis;
import org.openbankmark.topology.generator.output.Changes;
import org.openbankmark.topology.generator.output.Intact;
import org.openbankmark.topology.generator.output.OutputException;
import org.openbankmark.topology.generator.output.OutputStore;
import org.openbankmark.topology.generator.work.Begun;
import org.openbankmark.topology.generator.work.Workers;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.type.PrimitiveType;

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
        try (Workers workers = Workers.ofThisMachine();
                OutputStore store =
                        OutputStore.open(request.topologyFile(), request.stateDirectory(), request.roots(), workers)) {
            if (RequestBasis.isSame(request, store.basis()) && store.isUntouched()) {
                return GenerationResult.upToDate();
            }
            // Avro's schemas, and Jackson behind them, take as long to load as a file takes to be parsed.
            workers.inBackground(PrimitiveType.NULL::schema);
            Begun<Intact> looked = workers.begin(store, OutputStore::intact);
            long started = System.currentTimeMillis();
            Topology topology = TopologyLoader.load(request.topologyFile(), request.environment());
            Intact intact = looked.get();
            List<Piece> pieces = Emission.of(request, topology, intact::has, workers);
            Basis basis = RequestBasis.of(request, topology.inputs(), started);
            Changes changes = store.replace(
                    basis, pieces, intact, Emission::isGenerated, other -> RequestBasis.isOutdated(request, other));
            return GenerationResult.of(changes);
        }
    }
}
