package org.openbankmark.bank.operations;

import java.util.Optional;

/** Looks at one thing that a service needs. Called often and by several threads: it must answer at once. */
@FunctionalInterface
public interface HealthCheck {

    /** What is wrong, in one line for people and without secrets; empty while all is well. */
    Optional<String> problem();
}
