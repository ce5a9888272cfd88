package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.openbankmark.bank.local.process.JavaServer;
import org.openbankmark.bank.local.process.LogTail;
import org.openbankmark.bank.local.process.ServerProcess;

/** Starts services and waits until they are ready. */
final class Services {
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(11);
    private static final long LOOK_MILLISECONDS = 100;

    private final Installation installation;
    private final BankPlan plan;
    private final Secrets secrets;
    private final Probe probe = new Probe();

    Services(Installation installation, BankPlan plan, Secrets secrets) {
        this.installation = installation;
        this.plan = plan;
        this.secrets = secrets;
    }

    /** Starts the process; the service is not ready yet. */
    Running launch(ServiceSpec spec) {
        Path jar = spec.jarBelow(installation.root());
        Path log = installation.logs().resolve(spec.name() + ".log");
        // Services live long and work hard, so they get the compiler that servers for tests do without.
        ServerProcess process = ServerProcess.start(new JavaServer(
                        spec.name(),
                        List.of(jar),
                        mainClass(jar),
                        spec.arguments(),
                        spec.heapMegabytes(),
                        jvmOptions(),
                        log)
                .launch()
                .with(environment(spec)));
        String address = "http://127.0.0.1:" + plan.servicePort(spec.portVariable());
        return new Running(
                spec.name(),
                ProcessMark.of(process.pid()),
                address,
                address + spec.operations().ready(),
                log.toString(),
                process::isAlive,
                () -> process.exitStatus().stream().boxed().findFirst().map(code -> "ended with exit code " + code),
                () -> process.stop(STOP_LIMIT));
    }

    /**
     * Waits until a service is ready.
     *
     * @throws LaunchException when it ends before, or is not in time: with the end of its log
     */
    void awaitReady(Running service, StopSignal stop) throws InterruptedException {
        String url = service.ready();
        long end = System.nanoTime() + READY_LIMIT.toNanos();
        while (url != null && !stop.came()) {
            Probe.Answer answer = probe.ask(url);
            if (answer.ready()) {
                return;
            }
            if (!service.alive().getAsBoolean()) {
                throw new LaunchException(
                        service.name() + " " + service.end().get().orElse("ended") + " while it started. "
                                + LogTail.of(Path.of(service.log())));
            }
            if (System.nanoTime() > end) {
                throw new LaunchException(service.name() + " is not ready after " + READY_LIMIT.toSeconds() + " s: "
                        + String.join("; ", answer.remarks()) + ". " + LogTail.of(Path.of(service.log())));
            }
            stop.within(LOOK_MILLISECONDS);
        }
    }

    private Map<String, String> environment(ServiceSpec spec) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BROKERS", plan.brokers());
        environment.put("SCHEMA_REGISTRY_URL", plan.registry());
        environment.put(spec.operations().portVariable(), Integer.toString(plan.servicePort(spec.portVariable())));
        if (spec.name().equals(ServiceSpec.GRAPHQL)) {
            environment.put(Secrets.EMPLOYEE_VARIABLE, secrets.employee());
            environment.put("BANK_LOAD_RESULTS", installation.loadResults().toString());
        }
        spec.ports()
                .forEach((variable, own) ->
                        environment.put(own.variable(), Integer.toString(plan.servicePort(variable))));
        if (plan.externalDatabase() == null) {
            environment.put("DB_HOSTNAME", "127.0.0.1");
            environment.put("DB_PORT", Integer.toString(plan.databasePort()));
            environment.put("DB_NAME", Servers.DATABASE);
            environment.put("DB_USER", Servers.DATABASE);
            environment.put("DB_PASSWORD", secrets.bank());
        }
        return environment;
    }

    /** The user's after our own, so that they win. */
    private List<String> jvmOptions() {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=4", "-XX:+ExitOnOutOfMemoryError"));
        options.addAll(plan.serviceJvmOptions());
        return options;
    }

    private static String mainClass(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            throw new LaunchException(
                    jar + " cannot be read: " + e.getMessage() + ". Build it: mvn package -DskipTests", e);
        }
    }
}
