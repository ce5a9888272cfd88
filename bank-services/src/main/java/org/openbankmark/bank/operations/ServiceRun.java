package org.openbankmark.bank.operations;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.client.StartException;
import org.openbankmark.topology.runtime.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a service, from its start to its end. Health and metrics are served from the first moment on, so that a service
 * that waits for a server can say so. Used once; {@link #stop()} may be called from any thread.
 */
public final class ServiceRun {
    /** Stopped as asked. */
    public static final int STOPPED = 0;
    /** Could not start, or could not go on. */
    public static final int FAILED = 1;
    /** A setting is wrong. */
    public static final int WRONG_SETTING = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ServiceRun.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final Service service;
    private final Environment environment;
    private final Settings settings;
    private final Health health = new Health();
    private final CompletableFuture<Void> stop = new CompletableFuture<>();
    private final CompletableFuture<Integer> operationsPort = new CompletableFuture<>();
    private @Nullable Thread starting;
    private volatile String startProblem = "is starting";

    /**
     * A run that has not begun.
     *
     * @param settings of Kafka's clients and the registry
     */
    public ServiceRun(Service service, Environment environment, Settings settings) {
        this.service = service;
        this.environment = environment;
        this.settings = Takeover.quick(settings);
    }

    /**
     * Runs the service until it is stopped or cannot go on.
     *
     * @return the exit code
     * @throws SettingException if a setting is wrong
     */
    public int run() {
        try (Meters meters = new Meters(service.name());
                HttpEndpoint operations = OperationsServer.start(service, environment, health, meters.registry())) {
            operationsPort.complete(operations.port());
            Duration pause = FIRST_PAUSE;
            while (true) {
                Optional<Integer> end = attempt(meters);
                if (end.isPresent()) {
                    return end.get();
                }
                if (stoppedWithin(pause)) {
                    return STOPPED;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Asks the service to stop, and returns at once. */
    public void stop() {
        stop.complete(null);
        synchronized (this) {
            if (starting != null) {
                starting.interrupt();
            }
        }
    }

    /** Completes with the port of health and metrics when they are served. */
    public CompletableFuture<Integer> operationsPort() {
        return operationsPort;
    }

    /** Empty if it is worth another attempt. */
    private Optional<Integer> attempt(Meters meters) {
        health.needsOnly("start", () -> Optional.of(startProblem));
        ServiceContext context = new ServiceContext(environment, settings, meters.registry(), health);
        try {
            start(context);
            if (!stop.isDone()) {
                LOG.atInfo().log("{} serves", service.name());
            }
            return Optional.of(awaitEnd(context));
        } catch (SettingException wrong) {
            throw wrong;
        } catch (Exception failure) {
            return stop.isDone() ? Optional.of(STOPPED) : told(failure);
        } finally {
            health.needsOnly("start", () -> Optional.of(startProblem));
            context.close();
            meters.forgetThoseOfService();
        }
    }

    private void start(ServiceContext context) throws Exception {
        synchronized (this) {
            starting = Thread.currentThread();
        }
        try {
            if (!stop.isDone()) {
                service.start(context);
                context.closing("probes of the servers", ServerProbes.start(settings, health));
                health.needs("start", Optional::empty);
            }
        } finally {
            synchronized (this) {
                starting = null;
            }
            // What comes now is closing, which shall not be cut short by an interrupt that came too late.
            Thread.interrupted();
        }
    }

    private int awaitEnd(ServiceContext context) throws InterruptedException {
        try {
            CompletableFuture.anyOf(stop, context.failure()).get();
            LOG.atInfo().log("{} stops", service.name());
            return STOPPED;
        } catch (ExecutionException failed) {
            LOG.atError().setCause(failed.getCause()).log("{} cannot go on", service.name());
            return FAILED;
        } finally {
            startProblem = "is stopping";
        }
    }

    private Optional<Integer> told(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        switch (StartFailure.of(failure)) {
            case NOT_YET -> {
                startProblem = message;
                LOG.atWarn().log("{} cannot start yet and tries again: {}", service.name(), message);
                return Optional.empty();
            }
            case SETTING -> throw new SettingException(message);
            default -> {
                // A client's own refusal says it all; anything else is a fault whose place is of interest.
                Throwable cause = failure instanceof StartException ? null : failure;
                LOG.atError().setCause(cause).log("{} cannot start: {}", service.name(), message);
                return Optional.of(FAILED);
            }
        }
    }

    private boolean stoppedWithin(Duration pause) {
        try {
            stop.get(pause.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notStopped) {
            return false;
        } catch (InterruptedException | ExecutionException impossible) {
            return true;
        }
    }
}
