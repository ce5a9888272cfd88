package org.openbankmark.bank.local.launch;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Tells what runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        header = "Tells what runs and how it is. Exit code 0 if all is well, 1 if not, 3 if the bank does not run.")
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    private final Probe probe = new Probe();

    @Override
    public Integer call() throws InterruptedException {
        Optional<BankState> running;
        try {
            running = bank.running();
        } catch (LaunchException untold) {
            // Not on the output of errors: ./bank builds nothing under a bank whose status says something.
            System.out.println("bank: " + untold.getMessage());
            return ExitCode.FAILED;
        }
        if (running.isEmpty()) {
            boolean stopped = !Files.exists(bank.installation().state());
            System.out.println(
                    stopped
                            ? "The bank does not run. Start it: ./bank up"
                            : "The bank does not run: it ended without being stopped, and all its processes with it. "
                                    + "Start it again: ./bank up");
            return ExitCode.NOT_RUNNING;
        }
        BankState state = running.get();
        System.out.println(headline(state, InstantSource.system().instant()));
        boolean well = state.phase() == BankState.Phase.UP;
        for (BankState.Component component : state.components()) {
            well &= print(component);
        }
        return well ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String headline(BankState state, Instant now) {
        Duration age = Duration.between(Instant.ofEpochMilli(state.since()), now);
        String since =
                String.format(Locale.ROOT, "%d:%02d:%02d h", age.toHours(), age.toMinutesPart(), age.toSecondsPart());
        return switch (state.phase()) {
            case STARTING -> "The bank starts, since " + since + ".";
            case UP ->
                "The bank runs since " + since + ", process " + state.process().pid() + ".";
            case STOPPING -> "The bank stops.";
        };
    }

    private boolean print(BankState.Component component) throws InterruptedException {
        ProcessMark process = component.process();
        if (process == null) {
            line(component, "not ours", List.of());
            return true;
        }
        if (!process.isAlive()) {
            String how = component.ended() == null ? "ended" : component.ended();
            line(component, how, List.of("see: ./bank logs " + component.name()));
            return false;
        }
        String ready = component.ready();
        Probe.Answer answer = ready == null ? new Probe.Answer(true, List.of()) : probe.ask(ready);
        line(component, answer.ready() ? "up" : "not ready", answer.remarks());
        return answer.ready();
    }

    private static void line(BankState.Component component, String how, List<String> remarks) {
        System.out.printf("  %-19s %-10s %s%n", component.name(), how, component.address());
        remarks.forEach(remark -> System.out.println("    " + remark));
    }
}
