package org.openbankmark.bank.local.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

@RealServers
class SharedServersTest {
    private final KafkaCluster kafka;

    SharedServersTest(KafkaCluster kafka) {
        this.kafka = kafka;
    }

    @Test
    void aSharedClusterIsTheSameInEveryParameter(KafkaCluster again) {
        assertThat(again).isSameAs(kafka);
    }

    @Test
    void aClusterOfItsOwnIsAnother(@Own KafkaCluster own) {
        assertThat(own.bootstrapServers()).isNotEqualTo(kafka.bootstrapServers());
    }

    @Test
    void allServe(SchemaRegistryServer registry, PostgresServer postgres) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
        var request =
                HttpRequest.newBuilder(URI.create(registry.url() + "/config")).build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
        try (Connection connection = postgres.dataSource("postgres").getConnection()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }
}
