package org.openbankmark.topology.runtime.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.registry.HttpSchemaRegistry;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.settings.Settings;

/** The registry: the caller's, or one opened when first needed, as serializers of the user's may know none. Thread-safe. */
final class RegistryAccess implements Supplier<SchemaRegistry>, AutoCloseable {
    private final Settings settings;
    private final @Nullable SchemaRegistry callers;
    private @Nullable SchemaRegistry opened;

    /** Opens that of the settings. */
    RegistryAccess(Settings settings) {
        this.settings = settings;
        this.callers = null;
    }

    /** @param callers stays the caller's to close */
    RegistryAccess(Settings settings, SchemaRegistry callers) {
        this.settings = settings;
        this.callers = callers;
    }

    /** Where it is, without credentials. */
    String url() {
        return settings.get("schema.registry.url").orElse("").replaceAll("(?<=://)[^/@\\s,]*@", "");
    }

    @Override
    public synchronized SchemaRegistry get() {
        if (callers != null) {
            return callers;
        }
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
