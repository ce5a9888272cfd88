package org.openbankmark.topology.model.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A topology file has mistakes: all of them, in the order of their places. */
public final class InvalidTopologyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidTopologyException(List<Problem> problems) {
        super(problems.stream().map(Problem::render).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
