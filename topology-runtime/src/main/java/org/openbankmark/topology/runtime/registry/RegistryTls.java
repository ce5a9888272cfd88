package org.openbankmark.topology.runtime.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.openbankmark.topology.runtime.settings.Settings;

/** TLS as {@code schema.registry.ssl.*} says it, which are Kafka's own settings with a prefix: JKS, PKCS12 or PEM. */
record RegistryTls(SSLContext context, SSLParameters parameters) {
    private static final String PREFIX = "schema.registry.";

    /** Empty: nothing is set, and Java's own trust store applies. */
    static Optional<RegistryTls> from(Settings settings) {
        Map<String, String> ssl = new HashMap<>();
        settings.values().forEach((name, value) -> {
            if (name.startsWith(PREFIX + "ssl.")) {
                ssl.put(name.substring(PREFIX.length()), value);
            }
        });
        String checked = ssl.remove(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG);
        if (checked != null && !checked.equalsIgnoreCase("https")) {
            throw new IllegalArgumentException("the setting " + PREFIX
                    + SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG
                    + " must be https: the registry's host name is always checked");
        }
        return ssl.isEmpty() ? Optional.empty() : Optional.of(load(ssl));
    }

    private static RegistryTls load(Map<String, String> ssl) {
        ConfigDef known = new ConfigDef();
        SslConfigs.addClientSslSupport(known);
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            Map<String, Object> parsed = known.parse(ssl);
            factory.configure(parsed);
            SSLParameters parameters = new SSLParameters();
            if (parsed.get(SslConfigs.SSL_ENABLED_PROTOCOLS_CONFIG) instanceof List<?> protocols) {
                parameters.setProtocols(strings(protocols));
            }
            if (parsed.get(SslConfigs.SSL_CIPHER_SUITES_CONFIG) instanceof List<?> suites && !suites.isEmpty()) {
                parameters.setCipherSuites(strings(suites));
            }
            return new RegistryTls(factory.sslContext(), parameters);
        } catch (KafkaException wrong) {
            throw new IllegalArgumentException(
                    "the settings " + PREFIX + "ssl.* cannot be used: " + wrong.getMessage(), wrong);
        }
    }

    private static String[] strings(List<?> list) {
        return list.stream().map(String::valueOf).toArray(String[]::new);
    }
}
