package org.openbankmark.bank.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.process.PortInUseException;
import org.openbankmark.bank.local.process.Ports;

class SchemaRegistryServerTest {
    private static final String SCHEMA = "{\"schema\":\"\\\"string\\\"\"}";
    private static final String OTHER_SCHEMA = "{\"schema\":\"\\\"long\\\"\"}";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void keepsSchemasAndTheirIdsWhenKilledAndChecksCompatibilityAgain(@TempDir Path directory) throws Exception {
        int port = Ports.free(1).get(0);
        SchemaRegistryOptions options =
                SchemaRegistryOptions.defaults().withPort(port).withDirectory(directory);
        try (SchemaRegistryServer registry = SchemaRegistryServer.start(options)) {
            assertThat(registry.url()).isEqualTo("http://127.0.0.1:" + port + "/apis/ccompat/v7");
            HttpResponse<String> registered = post(registry, "/subjects/s/versions", SCHEMA);
            assertThat(registered.statusCode()).isEqualTo(200);

            registry.kill();
            assertThat(registry.isRunning()).isFalse();
            registry.start();

            assertThat(post(registry, "/subjects/s/versions", SCHEMA).body()).isEqualTo(registered.body());
            assertThat(post(registry, "/subjects/s/versions", OTHER_SCHEMA).statusCode())
                    .isEqualTo(409);
        }
        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    void saysWhoHoldsAPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SchemaRegistryOptions options = SchemaRegistryOptions.defaults().withPort(other.getLocalPort());
            assertThatThrownBy(() -> SchemaRegistryServer.start(options))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("schema registry cannot listen on 127.0.0.1:" + other.getLocalPort());
        }
    }

    private HttpResponse<String> post(SchemaRegistryServer registry, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
