package org.openbankmark.bank.services;

import java.util.Set;
import java.util.concurrent.Callable;
import org.openbankmark.bank.operations.Environment;
import org.openbankmark.bank.operations.ProcessEnd;
import org.openbankmark.bank.operations.Service;
import org.openbankmark.bank.operations.ServiceRun;
import org.openbankmark.bank.operations.SettingException;
import org.openbankmark.topology.runtime.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** What all services' commands do: run the service in its frame. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
abstract class ServiceCommand implements Callable<Integer> {
    private static final Set<String> LOG_FORMATS = Set.of("text", "json");
    private static final Set<String> LOG_LEVELS = Set.of("error", "warn", "info", "debug", "trace");

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankServices parent;

    /** The service. */
    abstract Service service();

    @Override
    public final Integer call() {
        Environment environment = new Environment(parent.environment());
        oneOf(environment, "LOG_FORMAT", LOG_FORMATS);
        oneOf(environment, "LOG_LEVEL", LOG_LEVELS);
        Settings settings = Settings.fromEnvironment(environment.variables());
        return ProcessEnd.runUntilEnd(new ServiceRun(service(), environment, settings));
    }

    /** Logback would take another word without a word of its own. */
    private static void oneOf(Environment environment, String name, Set<String> allowed) {
        environment.text(name).ifPresent(text -> {
            if (!allowed.contains(text)) {
                throw new SettingException(name + " must be one of "
                        + String.join(", ", allowed.stream().sorted().toList()) + ", not '" + text + "'");
            }
        });
    }
}
