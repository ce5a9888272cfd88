package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.local.process.ServerStartException;

/**
 * The running bank: starts servers, topics and services, watches them, and stops them in order on SIGTERM. All of them end
 * with this process, however it ends.
 */
final class Supervisor {
    private static final long LOOK_MILLISECONDS = 300;

    private final Installation installation;
    private final BankPlan plan;
    private final Progress progress;
    private final StopSignal stop;
    private final long since;
    private final List<BankState.Component> external = new ArrayList<>();
    private final List<Running> servers = new CopyOnWriteArrayList<>();
    private final List<Running> services = new CopyOnWriteArrayList<>();
    private final Map<String, Long> launched = new ConcurrentHashMap<>();
    private final Set<String> told = new HashSet<>();
    private BankState.Phase phase = BankState.Phase.STARTING;

    /** @param since now, in milliseconds of the epoch */
    Supervisor(Installation installation, BankPlan plan, Progress progress, long since, StopSignal stop) {
        this.installation = installation;
        this.plan = plan;
        this.progress = progress;
        this.stop = stop;
        this.since = since;
    }

    /** Runs the bank until it is stopped; false if it could not start. */
    boolean run(Secrets secrets) throws InterruptedException {
        boolean started = false;
        try {
            writeState();
            start(secrets);
            started = true;
            if (!stop.came()) {
                // Said first: who waits for the state shows what was said until then, and goes.
                progress.say("The bank is up after " + progress.sinceStart() + ".");
                phase = BankState.Phase.UP;
                writeState();
                ArchivesInBackground archives = ArchivesInBackground.start(progress);
                try {
                    watch();
                } finally {
                    archives.stop();
                }
            }
        } catch (LaunchException | ServerStartException failure) {
            progress.say("bank: " + PortCheck.withRemedy(plan, failure));
        } finally {
            stopAll();
        }
        return started;
    }

    private void start(Secrets secrets) throws InterruptedException {
        Services starter = new Services(installation, plan, secrets);
        startServers(new Servers(installation, plan, secrets));
        if (stop.came()) {
            return;
        }
        launch(starter, true);
        long syncing = System.nanoTime();
        new Sync(installation, plan.brokers(), plan.registry()).apply();
        progress.done("topics, schemas", "as in bank-topology/…/topology.yaml", syncing);
        launch(starter, false);
        writeState();
        together(services.stream()
                .map(service -> (Callable<Void>) () -> {
                    starter.awaitReady(service, stop);
                    if (!stop.came()) {
                        progress.done(service.name(), service.address(), launched.getOrDefault(service.name(), 0L));
                    }
                    return null;
                })
                .toList());
    }

    private void launch(Services starter, boolean beforeTopics) {
        for (ServiceSpec spec : ServiceSpec.ALL) {
            if (spec.waitsForTopics() == beforeTopics) {
                launched.put(spec.name(), System.nanoTime());
                services.add(starter.launch(spec));
            }
        }
    }

    private void startServers(Servers starter) throws InterruptedException {
        List<Callable<Void>> starts = new ArrayList<>();
        // The slowest one first.
        add(starts, "registry", plan.externalRegistry(), () -> List.of(starter.registry()));
        add(starts, "kafka", plan.externalKafka(), starter::kafka);
        add(starts, "postgres", plan.externalDatabase(), () -> List.of(starter.postgres()));
        together(starts);
        writeState();
    }

    private void add(
            List<Callable<Void>> starts, String name, @Nullable String elsewhere, Callable<List<Running>> start) {
        if (elsewhere != null) {
            external.add(new BankState.Component(name, null, elsewhere, null, null, null));
            progress.say(String.format("  %-19s %s (not ours)", name, elsewhere));
            return;
        }
        long from = System.nanoTime();
        starts.add(() -> {
            for (Running server : start.call()) {
                servers.add(server);
                progress.done(server.name(), server.address(), from);
            }
            return null;
        });
    }

    /** Does all at once; waits for all, so that whatever was started is known when one fails. */
    private static void together(List<Callable<Void>> tasks) throws InterruptedException {
        if (tasks.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            RuntimeException failure = null;
            for (Future<Void> task : threads.invokeAll(tasks)) {
                try {
                    task.get();
                } catch (ExecutionException failed) {
                    failure = failed.getCause() instanceof RuntimeException cause && failure == null
                            ? cause
                            : new LaunchException(String.valueOf(failed.getCause()), failed.getCause());
                }
            }
            if (failure != null) {
                throw failure;
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Until the signal comes: tells of each process that ends by itself, once. */
    private void watch() throws InterruptedException {
        while (!stop.within(LOOK_MILLISECONDS)) {
            boolean changed = false;
            for (Running running : all()) {
                if (!running.alive().getAsBoolean() && told.add(running.name())) {
                    changed = true;
                    progress.say("bank: " + running.name() + " "
                            + running.end().get().orElse("ended") + ". See: ./bank logs " + running.name());
                }
            }
            if (changed) {
                writeState();
            }
        }
    }

    /** Services first and all at once, since each needs the servers to finish; then the servers, all at once. */
    private void stopAll() throws InterruptedException {
        phase = BankState.Phase.STOPPING;
        writeState();
        progress.say("The bank stops.");
        stop(services);
        stop(servers);
        try {
            Files.deleteIfExists(installation.state());
        } catch (IOException e) {
            throw new LaunchException("cannot remove " + installation.state() + ": " + e.getMessage(), e);
        }
        progress.say("All is stopped. The data stay in " + installation.data() + ".");
    }

    private static void stop(List<Running> all) throws InterruptedException {
        List<Running> latestFirst = new ArrayList<>(all);
        Collections.reverse(latestFirst);
        together(latestFirst.stream()
                .map(running -> (Callable<Void>) () -> {
                    running.stop().run();
                    return null;
                })
                .toList());
    }

    private List<Running> all() {
        List<Running> all = new ArrayList<>(servers);
        all.addAll(services);
        return all;
    }

    private synchronized void writeState() {
        List<BankState.Component> components = new ArrayList<>(external);
        all().forEach(running -> components.add(running.component()));
        new BankState(
                        ProcessMark.own(),
                        phase,
                        since,
                        plan.brokers(),
                        plan.registry(),
                        "http://127.0.0.1:" + plan.servicePort("BANK_PACE_PORT") + "/pace",
                        components)
                .write(installation.state());
    }
}
