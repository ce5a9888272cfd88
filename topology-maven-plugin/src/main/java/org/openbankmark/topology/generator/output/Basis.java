package org.openbankmark.topology.generator.output;

import java.util.List;

/**
 * What generated files are made from.
 *
 * @param configuration all that decides what is generated but the inputs, as text on one line
 * @param contents a digest over the contents of the inputs; empty where it is not sure that they are what was read
 * @param inputs the topology file first
 */
public record Basis(String configuration, String contents, List<Input> inputs) {

    public Basis {
        inputs = List.copyOf(inputs);
    }

    /** Of nothing. */
    static Basis none() {
        return new Basis("", "", List.of());
    }

    /** The same, not to be trusted by the next run. */
    Basis unfinished() {
        return new Basis(configuration, "", inputs);
    }
}
