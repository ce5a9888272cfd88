package org.openbankmark.topology.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void environmentVariablesBecomeKafkasNames() {
        Settings settings = Settings.fromEnvironment(Map.of(
                "KAFKA_BROKERS", "b1:9092,b2:9092",
                "SCHEMA_REGISTRY_URL", "https://registry",
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_LISTENER_NAME_A__B", "dash",
                "KAFKA_MY___PLUGIN_X", "underscore",
                "KAFKA_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO", "u:p",
                "PATH", "/bin",
                "KAFKA_", "nothing"));

        assertThat(settings.values())
                .containsOnly(
                        Map.entry("bootstrap.servers", "b1:9092,b2:9092"),
                        Map.entry("schema.registry.url", "https://registry"),
                        Map.entry("security.protocol", "SASL_SSL"),
                        Map.entry("listener.name.a-b", "dash"),
                        Map.entry("my_plugin.x", "underscore"),
                        Map.entry("schema.registry.basic.auth.user.info", "u:p"));
    }

    @Test
    void theShortNamesWinOverTheLongOnes() {
        Settings settings = Settings.fromEnvironment(
                Map.of("KAFKA_BROKERS", "short:1", "KAFKA_BOOTSTRAP_SERVERS", "long:1", "SCHEMA_REGISTRY_URL", ""));

        assertThat(settings.values()).containsOnly(Map.entry("bootstrap.servers", "short:1"));
    }

    @Test
    void aFileIsReadAsUtf8Properties(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("client.properties");
        Files.writeString(file, "# comment\nbootstrap.servers = localhost:9092\nclient.id=zürich\n");

        assertThat(Settings.fromFile(file).values())
                .containsOnly(Map.entry("bootstrap.servers", "localhost:9092"), Map.entry("client.id", "zürich"));
        assertThatThrownBy(() -> Settings.fromFile(directory.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none cannot be read");
    }

    @Test
    void aFileWithASingleBackslashIsToldByItsName(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("client.properties");
        Files.writeString(file, "ssl.truststore.location=C:\\users\\me\\trust.jks\n");

        assertThatThrownBy(() -> Settings.fromFile(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("written twice");
    }

    @Test
    void defaultsOfPropertiesCountAndOtherTypesAreRefused() {
        Properties defaults = new Properties();
        defaults.setProperty("client.id", "a");
        Properties properties = new Properties(defaults);
        properties.setProperty("linger.ms", "5");

        assertThat(Settings.of(properties).values())
                .containsOnly(Map.entry("client.id", "a"), Map.entry("linger.ms", "5"));
        properties.put("acks", 1);
        assertThatThrownBy(() -> Settings.of(properties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the setting acks must be a string");
    }

    @Test
    void withReplacesInACopy() {
        Settings first = Settings.of(Map.of("acks", "1", "linger.ms", "5"));

        assertThat(first.with("acks", "all").get("acks")).contains("all");
        assertThat(first.with(Settings.of(Map.of("acks", "0"))).values())
                .containsOnly(Map.entry("acks", "0"), Map.entry("linger.ms", "5"));
        assertThat(first.get("acks")).contains("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl.keystore.password",
                "ssl.key.password",
                "sasl.jaas.config",
                "ssl.keystore.key",
                "ssl.keystore.certificate.chain",
                "basic.auth.user.info",
                "schema.registry.basic.auth.user.info",
                "bearer.auth.token",
                "sasl.oauthbearer.client.credentials.client.secret",
                "my.plugin.api-key",
                "MY_SECRET",
                "aws.access.key"
            })
    void secretsAreNotShown(String name) {
        assertThat(Settings.of(Map.of(name, "hidden-value")).toString())
                .contains(name + "=***")
                .doesNotContain("hidden");
    }

    @Test
    void whatIsNoSecretIsShownAndPasswordsInUrlsAreNot() {
        Settings settings = Settings.of(Map.of(
                "schema.registry.url", "https://me:pa55@one:1,https://me:pa55@two:2",
                "key.serializer", "org.example.Keys",
                "ssl.keystore.location", "/etc/keys.p12",
                "basic.auth.credentials.source", "USER_INFO"));

        assertThat(settings)
                .hasToString(
                        "{basic.auth.credentials.source=USER_INFO, key.serializer=org.example.Keys,"
                                + " schema.registry.url=https://***@one:1,https://***@two:2, ssl.keystore.location=/etc/keys.p12}");
    }

    @Test
    void unknownSettingsAreNamedWithTheOneThatMayBeMeant() {
        Settings settings = Settings.of(Map.of(
                "lingr.ms", "5",
                "my.plugin", "x",
                "acks", "all",
                "max.poll.records", "5",
                "schema.registry.url", "http://r",
                "sasl.mechanism", "PLAIN",
                "auto.register.schemas", "false"));

        assertThat(UnknownSettings.in(settings))
                .containsExactly(
                        "the setting lingr.ms is known to none of Kafka's clients nor to the registry's;"
                                + " did you mean linger.ms?",
                        "the setting my.plugin is known to none of Kafka's clients nor to the registry's");
    }
}
