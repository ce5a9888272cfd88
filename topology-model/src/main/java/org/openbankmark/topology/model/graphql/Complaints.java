package org.openbankmark.topology.model.graphql;

/** Takes what is wrong with the schema, one line each. */
@FunctionalInterface
public interface Complaints {
    /** A mistake with its remedy. */
    void report(String message, String advice);
}
