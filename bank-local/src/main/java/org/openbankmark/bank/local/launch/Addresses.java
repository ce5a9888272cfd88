package org.openbankmark.bank.local.launch;

import java.io.PrintStream;
import java.nio.file.Files;

/** What a user does next, with the addresses of this bank. */
final class Addresses {
    private Addresses() {}

    static void print(BankState state, Installation installation, PrintStream out) {
        out.println();
        state.component(ServiceSpec.GRAPHQL).ifPresent(bank -> printBank(bank.address(), installation, out));
        out.println("  let customers come   ./bank pace --batch-size 20 --wait-ms 100");
        out.println("  see how it is        ./bank status");
        out.println("  read the logs        ./bank logs command-generator --follow");
        out.println("  Kafka                " + state.brokers());
        out.println("  schema registry      " + state.registry());
        state.component("postgres").ifPresent(postgres -> out.println("  PostgreSQL           " + postgres.address()));
        for (ServiceSpec service : ServiceSpec.ALL) {
            state.component(service.name())
                    .ifPresent(component -> out.printf(
                            "  %-20s %s%s, %s%n",
                            component.name(),
                            component.address(),
                            service.operations().metrics(),
                            service.operations().ready()));
        }
        out.println();
        out.flush();
    }

    private static void printBank(String address, Installation installation, PrintStream out) {
        out.println("  the bank             " + address);
        out.println("  GraphQL              " + address + "/graphql, by hand at /graphiql");
        if (Files.exists(installation.employeePassword())) {
            out.println("  the employee         user employee, password in " + installation.employeePassword());
        }
    }
}
