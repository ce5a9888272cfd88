package org.openbankmark.bank.local.junit;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.KafkaOptions;
import org.openbankmark.bank.local.postgres.PostgresOptions;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.local.registry.SchemaRegistryOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** What {@link RealServers} promises. JUnit closes the servers with the store they are in. */
public final class ServersExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ServersExtension.class);

    /** By the type of a parameter: how that server is started. */
    private static final Map<Class<?>, Function<Optional<Own>, AutoCloseable>> STARTS = Map.of(
            KafkaCluster.class,
            own -> KafkaCluster.start(own.map(ServersExtension::options).orElseGet(KafkaOptions::defaults)),
            SchemaRegistryServer.class,
            own -> SchemaRegistryServer.start(SchemaRegistryOptions.defaults()),
            PostgresServer.class,
            own -> PostgresServer.start(PostgresOptions.defaults()));

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return STARTS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Function<Optional<Own>, AutoCloseable> start = Objects.requireNonNull(STARTS.get(type));
        Optional<Own> own = parameter.findAnnotation(Own.class);
        ExtensionContext owner = own.isPresent() ? context : context.getRoot();
        Object key = own.isPresent() ? parameter.getParameter() : type;
        return owner.getStore(NAMESPACE).computeIfAbsent(key, absent -> start.apply(own), AutoCloseable.class);
    }

    private static KafkaOptions options(Own own) {
        KafkaOptions options = KafkaOptions.defaults().withBrokers(own.brokers());
        for (String property : own.properties()) {
            String[] nameAndValue = property.split("=", 2);
            if (nameAndValue.length != 2) {
                throw new IllegalArgumentException("'" + property + "' is not name=value");
            }
            options = options.withProperty(nameAndValue[0], nameAndValue[1]);
        }
        return options;
    }
}
