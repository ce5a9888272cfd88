package org.openbankmark.topology.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.Scalars;
import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbankmark.topology.runtime.request.AlreadyPendingException;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.serde.UnreadableRecordException;
import org.openbankmark.topology.runtime.topic.Topic;

/** The thread of these tests stands for the one on which replies are completed, of all mutations. */
class MutationFetcherTest {
    private static final Topic<String> COMMANDS =
            Topic.<String>ofSeveral("commands", List.of()).build();

    private final CompletableFuture<String> reply = new CompletableFuture<>();
    private final CompletableFuture<Void> allowed = new CompletableFuture<>();
    private final ExecutorService answering = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        allowed.complete(null);
        answering.shutdown();
    }

    @Test
    void whatComesAfterAReplyDoesNotHoldUpTheRepliesOfOthers() throws Exception {
        CompletableFuture<DataFetcherResult<String>> answer = fetch();

        reply.complete("done"); // would wait here for what Access.replied waits for
        assertThat(answer).isNotDone();
        allowed.complete(null);

        assertThat(answer.get(10, TimeUnit.SECONDS).getData()).isEqualTo("done");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsToldByItsKind(Throwable failure, String code) throws Exception {
        CompletableFuture<DataFetcherResult<String>> answer = fetch();

        reply.completeExceptionally(failure);

        assertThat(answer.get(10, TimeUnit.SECONDS).getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions()).isEqualTo(Map.of("code", code)));
    }

    static List<Object[]> failures() {
        return List.of(
                new Object[] {new TimeoutException("late"), "TIMEOUT"},
                new Object[] {new RejectedExecutionException("full"), "BUSY"},
                new Object[] {new AlreadyPendingException("waits already"), "CONFLICT"},
                new Object[] {new IllegalStateException("closed before a reply came"), "UNAVAILABLE"},
                new Object[] {
                    new SerializationException("no text", new AvroRuntimeException("of a lone surrogate")), "UNSENDABLE"
                },
                new Object[] {new SerializationException("no registry", new ConnectException()), "UNAVAILABLE"},
                new Object[] {new RecordTooLargeException("2 MB"), "UNSENDABLE"},
                new Object[] {new UnreadableRecordException("a reply", null), "UNAVAILABLE"},
                new Object[] {new IllegalArgumentException("too large"), "UNAVAILABLE"});
    }

    private CompletableFuture<DataFetcherResult<String>> fetch() {
        DataFetchingEnvironment environment = DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
                .arguments(Map.of("input", Map.of()))
                .mergedField(MergedField.newMergedField(Field.newField("send").build())
                        .build())
                .executionStepInfo(ExecutionStepInfo.newExecutionStepInfo()
                        .type(Scalars.GraphQLString)
                        .path(ResultPath.parse("/send"))
                        .build())
                .build();
        return new MutationFetcher<>(COMMANDS, new Channel(reply), input -> "command", new Slow(allowed), answering)
                .get(environment);
    }

    private record Channel(CompletableFuture<String> reply) implements RequestChannel<String, String> {
        @Override
        public CompletableFuture<String> send(String command) {
            return reply;
        }

        @Override
        public int pending() {
            return 0;
        }

        @Override
        public Optional<Throwable> failure() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    /** Takes its time once a reply is there, as one that asks a database does. */
    private record Slow(CompletableFuture<Void> allowed) implements Access {
        @Override
        public <T> Predicate<? super T> subscribe(
                Topic<T> topic, Map<String, ?> filter, DataFetchingEnvironment environment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <C> void send(Topic<C> commands, C command, DataFetchingEnvironment environment) {}

        @Override
        public <C, R> void replied(Topic<C> commands, C command, R answer, DataFetchingEnvironment environment) {
            allowed.orTimeout(10, TimeUnit.SECONDS).join();
        }
    }
}
