package org.openbankmark.topology.runtime.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.serde.RecordDeserializer;
import org.openbankmark.topology.runtime.serde.RecordSerializer;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.runtime.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serializers and deserializers of keys and values: the user's where {@code key.serializer} and the like name one, ours
 * otherwise. The user's get all settings, and defaults under which Confluent's do what ours do.
 */
final class Serdes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaConnection.class);

    private static final Map<String, String> DEFAULTS = Map.of(
            "auto.register.schemas", "false",
            "avro.remove.java.properties", "true",
            "specific.avro.reader", "true");

    private final Settings settings;
    private final Supplier<SchemaRegistry> registry;
    private final StartChecks checks;
    private final List<AutoCloseable> toClose = new CopyOnWriteArrayList<>();

    /** @param registry opened when first asked for */
    Serdes(Settings settings, Supplier<SchemaRegistry> registry, StartChecks checks) {
        this.settings = settings;
        this.registry = registry;
        this.checks = checks;
    }

    Serializer<? super String> keySerializer() {
        return this.<Serializer<Object>>user("key.serializer", Serializer.class, Map.of(), true)
                .<Serializer<? super String>>map(own -> own)
                .orElseGet(() -> configured(new StringSerializer()));
    }

    <T> Serializer<? super T> valueSerializer(Topic<T> topic) {
        return this.<Serializer<Object>>user("value.serializer", Serializer.class, Map.of(), false)
                .<Serializer<? super T>>map(own -> own)
                .orElseGet(() -> checks.schemas(topic.name(), () -> RecordSerializer.of(topic, registry.get())));
    }

    /** @param more settings of one consumer, over those of the connection */
    Deserializer<?> keyDeserializer(Map<String, String> more) {
        return this.<Deserializer<?>>user("key.deserializer", Deserializer.class, more, true)
                .orElseGet(() -> {
                    StringDeserializer text = new StringDeserializer();
                    text.configure(all(more), true);
                    return text;
                });
    }

    /** @param more settings of one consumer, over those of the connection */
    Deserializer<?> valueDeserializer(Topic<?> topic, Map<String, String> more) {
        return this.<Deserializer<?>>user("value.deserializer", Deserializer.class, more, false)
                .orElseGet(() -> checks.schemas(topic.name(), () -> RecordDeserializer.of(topic, registry.get())));
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private void made(Object serde) {
        if (serde instanceof AutoCloseable closeable) {
            toClose.add(closeable);
        }
    }

    /** Closes what was made for the user's settings. */
    @Override
    public void close() {
        for (AutoCloseable serde : toClose) {
            try {
                serde.close();
            } catch (Exception failure) {
                LOG.warn("{} could not be closed", serde.getClass().getName(), failure);
            }
        }
    }

    private StringSerializer configured(StringSerializer text) {
        text.configure(all(Map.of()), true);
        return text;
    }

    private Map<String, String> all(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(DEFAULTS);
        all.putAll(settings.values());
        all.putAll(more);
        return all;
    }

    @SuppressWarnings("unchecked") // the caller knows what the setting is to name
    private <S> Optional<S> user(String setting, Class<?> kind, Map<String, String> more, boolean isKey) {
        Map<String, String> all = all(more);
        String name = all.get(setting);
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        try {
            Object made = Utils.newInstance(name.strip(), Object.class);
            if (!kind.isInstance(made)) {
                throw new StartException(
                        "the setting " + setting + " names " + name + ", which is no " + kind.getName(), null);
            }
            if (made instanceof Serializer<?> serializer) {
                serializer.configure(all, isKey);
            } else if (made instanceof Deserializer<?> deserializer) {
                deserializer.configure(all, isKey);
            }
            made(made);
            return Optional.of((S) made);
        } catch (ClassNotFoundException | NoClassDefFoundError missing) {
            throw new StartException(
                    "the setting " + setting + " names " + name + ", which is not on the class path: " + missing,
                    missing);
        } catch (KafkaException invalid) {
            throw new StartException(
                    "the setting " + setting + " names " + name + ", which cannot be made or configured: "
                            + rootOf(invalid),
                    invalid);
        }
    }
}
