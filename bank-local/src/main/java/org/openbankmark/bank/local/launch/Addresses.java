package org.openbankmark.bank.local.launch;

import java.io.PrintStream;

/** What a user does next, with the addresses of this bank. */
final class Addresses {
    private Addresses() {}

    static void print(BankState state, PrintStream out) {
        out.println();
        out.println("  let customers come   ./bank pace --batch-size 20 --wait-ms 100");
        out.println("  see how it is        ./bank status");
        out.println("  read the logs        ./bank logs command-generator --follow");
        out.println("  Kafka                " + state.brokers());
        out.println("  schema registry      " + state.registry());
        state.component("postgres").ifPresent(postgres -> out.println("  PostgreSQL           " + postgres.address()));
        state.components().stream()
                .filter(component -> component.ready() != null)
                .forEach(component ->
                        out.printf("  %-20s %s/metrics, /health/ready%n", component.name(), component.address()));
        out.println();
        out.flush();
    }
}
