package org.openbankmark.bank.local.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What sync-cli is given: all that the user said in its order, {@code apply} where that names no command, and the bank's own file. */
final class SyncArguments {
    /** What stands in the place of a command. */
    private static final Set<String> INSTEAD_OF_COMMAND = Set.of("-h", "--help", "-V", "--version");

    private static final Set<String> COMMANDS_WITH_FILE = Set.of("validate", "plan", "apply", "verify");
    private static final Set<String> COMMANDS = Set.of("validate", "plan", "apply", "verify", "export", "help");

    private SyncArguments() {}

    /** @param topology the file that is meant where none is named */
    static List<String> of(List<String> given, Path topology) {
        List<String> arguments = new ArrayList<>(given);
        if (!given.isEmpty() && isOption(given.get(0)) && given.stream().anyMatch(COMMANDS::contains)) {
            // After apply, a later command would be taken for a saved plan's name.
            throw new LaunchException("the command of sync-cli comes first, its options after it: ./bank sync "
                    + given.stream().filter(COMMANDS::contains).findFirst().orElseThrow() + " …");
        }
        if (given.isEmpty() || (isOption(given.get(0)) && !INSTEAD_OF_COMMAND.contains(given.get(0)))) {
            arguments.add(0, "apply");
        }
        if (COMMANDS_WITH_FILE.contains(arguments.get(0)) && !saysWhat(arguments)) {
            arguments.addAll(List.of("-f", topology.toString()));
        }
        return arguments;
    }

    /** Whether they name a file, a jar in its place, or a saved plan, which has its own. */
    private static boolean saysWhat(List<String> arguments) {
        boolean savedPlan = arguments.size() > 1 && arguments.get(0).equals("apply") && !isOption(arguments.get(1));
        return savedPlan
                || arguments.stream().anyMatch(word -> word.startsWith("-f") || word.matches("--(file|jar)(=.*)?"));
    }

    private static boolean isOption(String word) {
        return word.startsWith("-");
    }
}
