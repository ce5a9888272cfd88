package org.openbankmark.topology.runtime.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.registry.HttpSchemaRegistry;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.settings.Settings;

/** The registry, opened when first needed: serializers of the user's may know none. Thread-safe. */
final class RegistryAccess implements Supplier<SchemaRegistry>, AutoCloseable {
    private final Settings settings;
    private @Nullable SchemaRegistry opened;

    RegistryAccess(Settings settings) {
        this.settings = settings;
    }

    /** Where it is, without credentials. */
    String url() {
        return settings.get("schema.registry.url").orElse("").replaceAll("(?<=://)[^/@\\s,]*@", "");
    }

    @Override
    public synchronized SchemaRegistry get() {
        SchemaRegistry registry = opened;
        if (registry == null) {
            try {
                registry = HttpSchemaRegistry.open(settings);
            } catch (IllegalArgumentException invalid) {
                throw new StartException("the schema registry cannot be asked: " + invalid.getMessage(), invalid);
            }
            opened = registry;
        }
        return registry;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
