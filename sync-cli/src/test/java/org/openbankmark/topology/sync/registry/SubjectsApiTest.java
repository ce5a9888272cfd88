package org.openbankmark.topology.sync.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.registry.RegistryException;
import org.openbankmark.topology.runtime.settings.Settings;

class SubjectsApiTest {

    @Test
    void aProxysNotFoundIsNotTakenForTheRegistrys() throws Exception {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        proxy.start();
        try {
            SubjectsApi api = new SubjectsApi(Settings.of(Map.of(
                    "schema.registry.url",
                    "http://127.0.0.1:" + proxy.getAddress().getPort())));
            for (Consumer<SubjectsApi> question : List.<Consumer<SubjectsApi>>of(
                    SubjectsApi::subjects,
                    asked -> asked.level("s"),
                    asked -> asked.ownLevel("s"),
                    asked -> asked.versions("s"),
                    asked -> asked.latest("s"),
                    asked -> asked.find("s", "{}"),
                    asked -> asked.compatible("s", 1, "{}"),
                    asked -> asked.referrers("s", 1),
                    asked -> asked.deleteSubject("s"))) {
                assertThatThrownBy(() -> question.accept(api))
                        .isExactlyInstanceOf(RegistryException.class)
                        .hasMessageContaining("404");
            }
        } finally {
            proxy.stop(0);
        }
    }
}
