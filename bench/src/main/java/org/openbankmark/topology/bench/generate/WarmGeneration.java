package org.openbankmark.topology.bench.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.generator.output.OutputException;
import org.openbankmark.topology.generator.output.Roots;
import org.openbankmark.topology.generator.pipeline.GenerationRequest;
import org.openbankmark.topology.generator.pipeline.GenerationResult;
import org.openbankmark.topology.generator.pipeline.Generator;
import org.openbankmark.topology.generator.pipeline.Part;
import org.openbankmark.topology.model.problem.InvalidTopologyException;

/** What the goal does, again and again in one process: as in an IDE or in a Maven that stays, whose JVM is warm. */
final class WarmGeneration {
    private static final int WARMING = 20;

    private final SyntheticProject project;
    private final GenerationRequest request;
    private final List<Double> unchanged = new ArrayList<>();
    private final List<Double> edited = new ArrayList<>();

    WarmGeneration(SyntheticProject project) {
        this.project = project;
        Path target = project.directory().resolve("target");
        this.request = new GenerationRequest(
                project.directory().resolve("src/main/topology/topology.yaml"),
                Optional.empty(),
                new Roots(target.resolve("sources"), target.resolve("resources"), target.resolve("tests")),
                target.resolve("topology"),
                Set.of(Part.CLIENTS),
                "measured",
                "measured");
    }

    /** Edits one record and generates so many times, after some that do not count. */
    void measure(int rounds) throws IOException {
        for (int round = 1; round <= WARMING + rounds; round++) {
            project.edit(round);
            double edit = millis(GenerationResult.Outcome.GENERATED);
            // An input that was written in the millisecond in which a run began is looked at once more.
            generate();
            double same = millis(GenerationResult.Outcome.UP_TO_DATE);
            if (round > WARMING) {
                edited.add(edit);
                unchanged.add(same);
            }
        }
    }

    private double millis(GenerationResult.Outcome expected) throws IOException {
        long start = System.nanoTime();
        GenerationResult.Outcome outcome = generate().outcome();
        double millis = (System.nanoTime() - start) / 1e6;
        if (outcome != expected) {
            throw new IOException("expected " + expected + " and not " + outcome + " in " + project.directory());
        }
        return millis;
    }

    private GenerationResult generate() throws IOException {
        try {
            return Generator.generate(request);
        } catch (InvalidTopologyException | OutputException e) {
            throw new IOException("cannot generate in " + project.directory(), e);
        }
    }

    void tell(Findings findings) {
        findings.add("the same in one warm JVM: nothing changed", "ms", unchanged);
        findings.add("the same in one warm JVM: one record edited", "ms", edited);
    }
}
