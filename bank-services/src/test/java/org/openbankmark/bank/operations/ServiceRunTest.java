package org.openbankmark.bank.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openbankmark.topology.runtime.settings.Settings;

@Timeout(60)
class ServiceRunTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Settings SETTINGS =
            Settings.of(Map.of("bootstrap.servers", "127.0.0.1:1", "schema.registry.url", "http://127.0.0.1:1"));

    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

    @Test
    void healthAndMetricsAreServedAndTellWhatIsWrong() throws Exception {
        AtomicReference<String> problem = new AtomicReference<>();
        ServiceRun run = run(context -> context.health().needs("store", () -> Optional.ofNullable(problem.get())));
        CompletableFuture<Integer> end = CompletableFuture.supplyAsync(run::run);
        int port = run.operationsPort().get(10, TimeUnit.SECONDS);

        assertThat(get(port, "/health/live").statusCode()).isEqualTo(200);
        problem.set("is full");
        await(() -> {
            HttpResponse<String> ready = get(port, "/health/ready");
            return ready.statusCode() == 503 && ready.body().contains("\"store\" : \"is full\"");
        });
        // Nothing listens at the brokers' address.
        await(() -> get(port, "/health/ready").body().contains("no broker answers at 127.0.0.1:1"));
        await(() -> get(port, "/health/ready").body().contains("\"schema registry\""));
        assertThat(get(port, "/metrics").body()).contains("jvm_memory_used_bytes", "service=\"test\"");
        assertThat(get(port, "/nothing").statusCode()).isEqualTo(404);
        HttpResponse<String> post = HTTP.send(
                HttpRequest.newBuilder(uri(port, "/metrics"))
                        .POST(BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(post.statusCode()).isEqualTo(405);

        run.stop();
        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(ServiceRun.STOPPED);
    }

    @Test
    void whatIsNotThereYetIsWaitedForAndWhatWasOpenedIsClosedBeforeTheNextAttempt() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        ServiceRun run = run(context -> {
            int attempt = attempts.incrementAndGet();
            context.closing("first", () -> happened.add("closed first " + attempt));
            context.closing("second", () -> happened.add("closed second " + attempt));
            if (attempt == 1) {
                throw new UnavailableException("no store yet", new IllegalStateException());
            }
            happened.add("started");
        });
        CompletableFuture<Integer> end = CompletableFuture.supplyAsync(run::run);
        assertThat(next()).isEqualTo("closed second 1");
        assertThat(next()).isEqualTo("closed first 1");
        int port = run.operationsPort().get(10, TimeUnit.SECONDS);
        // Between two attempts, too, it is not ready.
        while (happened.isEmpty()) {
            int ready = get(port, "/health/ready").statusCode();
            assertThat(ready == 503 || !happened.isEmpty()).isTrue();
        }
        assertThat(next()).isEqualTo("started");
        run.stop();
        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(ServiceRun.STOPPED);
        assertThat(next()).isEqualTo("closed second 2");
        assertThat(next()).isEqualTo("closed first 2");
    }

    @Test
    void aServiceThatCannotGoOnEndsWithFailure() throws Exception {
        ServiceRun run = run(context -> {
            context.closing("resource", () -> happened.add("closed"));
            context.fail(new IllegalStateException("broken"));
        });
        assertThat(CompletableFuture.supplyAsync(run::run).get(20, TimeUnit.SECONDS))
                .isEqualTo(ServiceRun.FAILED);
        assertThat(next()).isEqualTo("closed");
    }

    @Test
    void aStopDuringTheStartEndsIt() throws Exception {
        ServiceRun run = run(context -> {
            happened.add("starting");
            Thread.sleep(60_000);
        });
        CompletableFuture<Integer> end = CompletableFuture.supplyAsync(run::run);
        assertThat(next()).isEqualTo("starting");
        run.stop();
        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(ServiceRun.STOPPED);
    }

    @Test
    void aWrongSettingIsNamed() {
        ServiceRun run =
                new ServiceRun(service(context -> {}), new Environment(Map.of("OPERATIONS_PORT", "80 80")), SETTINGS);
        assertThatThrownBy(run::run)
                .isInstanceOf(SettingException.class)
                .hasMessage("OPERATIONS_PORT must be a whole number from 0 to 65535, not '80 80'");
    }

    @Test
    void whatAKilledServiceHadIsTakenOverSoon() throws Exception {
        ServiceRun run = run(context ->
                happened.add(context.kafka().get("session.timeout.ms").orElse("not set")));
        CompletableFuture<Integer> end = CompletableFuture.supplyAsync(run::run);
        assertThat(next()).isEqualTo("6000");
        run.stop();
        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(ServiceRun.STOPPED);
    }

    private interface Start {
        void start(ServiceContext context) throws Exception;
    }

    private ServiceRun run(Start start) {
        return new ServiceRun(service(start), new Environment(Map.of("OPERATIONS_PORT", "0")), SETTINGS);
    }

    private static Service service(Start start) {
        return new Service() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public int operationsPort() {
                return 0;
            }

            @Override
            public void start(ServiceContext context) throws Exception {
                start.start(context);
            }
        };
    }

    private String next() throws InterruptedException {
        return happened.poll(10, TimeUnit.SECONDS);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        while (!condition.holds()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri(port, path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
