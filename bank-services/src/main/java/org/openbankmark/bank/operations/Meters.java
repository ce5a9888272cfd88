package org.openbankmark.bank.operations;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Set;

/** The meters of a process, with those of the JVM and the process itself. Safe for use by several threads. */
final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final LogbackMetrics logs = new LogbackMetrics();
    private final Set<Meter> ofProcess;

    Meters(String service) {
        registry.config().commonTags("service", service);
        collections.bindTo(registry);
        logs.bindTo(registry);
        List.of(
                        new ClassLoaderMetrics(),
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics(),
                        new FileDescriptorMetrics())
                .forEach(binder -> binder.bindTo(registry));
        ofProcess = Set.copyOf(registry.getMeters());
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** Drops the meters of a start that failed: the next one brings its own. */
    void forgetThoseOfService() {
        registry.getMeters().stream()
                .filter(meter -> !ofProcess.contains(meter))
                .forEach(registry::remove);
    }

    @Override
    public void close() {
        collections.close();
        logs.close();
        registry.close();
    }
}
