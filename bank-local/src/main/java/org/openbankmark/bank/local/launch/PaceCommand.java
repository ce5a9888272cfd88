package org.openbankmark.bank.local.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Reads or sets the pace. */
@Command(
        name = "pace",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header =
                "Sets how many customers come: a batch of commands, and the wait until the next. Without options, shows it.")
final class PaceCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    @Option(names = "--batch-size", paramLabel = "N", description = "Commands at once, 0 to 10000; 0 for none.")
    private @Nullable Integer batchSize;

    @Option(
            names = "--wait-ms",
            paramLabel = "M",
            description = "Milliseconds from one batch to the next, 1 to 3600000.")
    private @Nullable Integer waitMs;

    @Override
    public Integer call() throws InterruptedException {
        URI pace = URI.create(bank.requireRunning().pace());
        ObjectNode asked = JSON.createObjectNode();
        if (batchSize != null) {
            asked.put("batch_size", batchSize);
        }
        if (waitMs != null) {
            asked.put("wait_ms", waitMs);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(pace).timeout(LIMIT);
        if (!asked.isEmpty()) {
            request.header("Content-Type", "application/json").PUT(BodyPublishers.ofString(asked.toString()));
        }
        JsonNode answer = send(request.build());
        int size = answer.path("batch_size").asInt();
        int wait = answer.path("wait_ms").asInt();
        System.out.printf(
                Locale.ROOT,
                "%d %s each %d ms: %.1f a second.%n",
                size,
                size == 1 ? "command" : "commands",
                wait,
                size * 1000.0 / wait);
        return ExitCode.DONE;
    }

    private static JsonNode send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new LaunchException(
                        answer.path("error").asText("the heartbeat answers " + response.statusCode()));
            }
            return answer;
        } catch (IOException silent) {
            throw new LaunchException(
                    "the heartbeat does not answer at " + request.uri() + ". How it is: ./bank status", silent);
        }
    }
}
