package org.openbankmark.bank.local.process;

/** Asks a server whether it serves. */
@FunctionalInterface
public interface Readiness {
    /**
     * Whether the server answers as it should by now.
     *
     * @throws Exception says the same as false, and why
     */
    boolean ready() throws Exception;
}
