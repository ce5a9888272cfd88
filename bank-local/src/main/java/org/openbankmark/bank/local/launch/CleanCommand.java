package org.openbankmark.bank.local.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openbankmark.bank.local.process.ClassArchives;
import org.openbankmark.bank.local.process.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Removes data, logs and passwords. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Removes all data, logs and passwords of this bank. What was built stays, but for the archives of"
                + " classes.")
final class CleanCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = bank.installation();
        List<Path> things = things(installation);
        if (things.isEmpty()) {
            System.out.println("There is nothing to remove.");
            return ExitCode.DONE;
        }
        if (!Files.isDirectory(installation.logs())) {
            throw new LaunchException(
                    installation.home() + " does not look like a bank's directory: nothing is removed");
        }
        // Held to the end, so that no bank starts on what is being removed.
        try (BankLock ours = BankLock.take(installation)
                .orElseThrow(() -> new LaunchException("the bank runs. Stop it first: ./bank down"))) {
            if (!yes && !confirmed(installation)) {
                System.out.println("Nothing is removed.");
                return ExitCode.FAILED;
            }
            remove(installation, ours);
        }
        return ExitCode.DONE;
    }

    private static void remove(Installation installation, BankLock ours) throws IOException {
        new ClassArchives(installation.archives()).removeAll();
        // The lock last: until then it keeps others away.
        for (Path thing : things(installation)) {
            if (!thing.equals(installation.lock())) {
                DataDirectory.removeTree(thing);
            }
        }
        ours.remove();
        Path kept = installation.loadResults().getParent();
        if (Files.exists(kept)) {
            System.out.println(
                    "Removed " + installation.home() + ", but for the results of the load test in " + kept + ".");
            return;
        }
        try {
            Files.delete(installation.home());
            System.out.println("Removed " + installation.home() + ".");
        } catch (DirectoryNotEmptyException startsAnew) {
            System.out.println("Removed what was in " + installation.home() + ", where another bank starts already.");
        }
    }

    /** What there is to remove: all but the results of the load test, which compare banks that were made anew. */
    private static List<Path> things(Installation installation) throws IOException {
        if (!Files.exists(installation.home())) {
            return List.of();
        }
        Path kept = installation.loadResults().getParent();
        try (Stream<Path> all = Files.list(installation.home())) {
            return all.filter(path -> !path.equals(kept)).toList();
        }
    }

    private static boolean confirmed(Installation installation) throws IOException {
        if (!Boolean.getBoolean("bank.terminal")) {
            throw new LaunchException("this removes all accounts and money in " + installation.home()
                    + "; nobody is here to be asked, so say --yes");
        }
        System.out.print("Remove all accounts, money and logs in " + installation.home() + "? [y/N] ");
        System.out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
