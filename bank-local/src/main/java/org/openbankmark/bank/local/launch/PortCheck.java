package org.openbankmark.bank.local.launch;

import java.util.ArrayList;
import java.util.List;
import org.openbankmark.bank.local.process.PortInUseException;
import org.openbankmark.bank.local.process.Ports;

/** Looks whether all ports are free before anything is started. */
final class PortCheck {
    private PortCheck() {}

    /** @throws LaunchException with all that are taken, by whom, and how to choose another */
    static void requireFree(BankPlan plan) {
        List<String> taken = new ArrayList<>();
        for (BankPlan.WantedPort wanted : plan.wantedPorts()) {
            try {
                Ports.requireFree(wanted.who(), wanted.port());
            } catch (PortInUseException inUse) {
                taken.add(withRemedy(plan, inUse));
            }
        }
        if (!taken.isEmpty()) {
            throw new LaunchException(String.join("\n      ", taken));
        }
    }

    /** The message, and for a taken port the variable that chooses another. */
    static String withRemedy(BankPlan plan, RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof PortInUseException inUse) {
            for (BankPlan.WantedPort wanted : plan.wantedPorts()) {
                if (wanted.port() == inUse.port()) {
                    return message + " Such as: " + wanted.variable() + "=" + other(wanted.port()) + " ./bank up";
                }
            }
        }
        return message;
    }

    private static int other(int port) {
        return port <= 55_000 ? port + 10_000 : port - 10_000;
    }
}
