package org.openbankmark.topology.sync.apply;

/** Where a long command says how far it is. */
@FunctionalInterface
public interface Progress {

    /** One line; may be called often. */
    void at(String what);
}
