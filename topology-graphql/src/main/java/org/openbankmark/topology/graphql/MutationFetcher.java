package org.openbankmark.topology.graphql;

import graphql.ErrorType;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.openbankmark.topology.graphql.input.InputValue;
import org.openbankmark.topology.graphql.input.InvalidInputException;
import org.openbankmark.topology.runtime.request.AlreadyPendingException;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a mutation: sends the command, and gives its reply. What goes wrong inside is logged, not told.
 *
 * @param answering goes on once the reply is there, with the document's next mutation, too, which may take long: the thread that
 *     completes replies does so for all
 */
record MutationFetcher<C, R>(
        Topic<C> commands,
        RequestChannel<C, R> channel,
        Function<InputValue, C> reader,
        Access access,
        Executor answering)
        implements DataFetcher<CompletableFuture<DataFetcherResult<R>>> {
    private static final Logger LOG = LoggerFactory.getLogger(MutationFetcher.class);
    private static final String INPUT = "input";

    @Override
    public CompletableFuture<DataFetcherResult<R>> get(DataFetchingEnvironment environment) {
        C command;
        try {
            command = reader.apply(InputValue.of(INPUT, environment.getArgument(INPUT)));
        } catch (InvalidInputException invalid) {
            return CompletableFuture.completedFuture(error(
                    environment,
                    ErrorType.ValidationError,
                    String.valueOf(invalid.getMessage()),
                    invalidInput(invalid.argument())));
        }
        access.send(commands, command, environment);
        return channel.send(command)
                .handleAsync(
                        (reply, failure) -> {
                            if (failure != null) {
                                return failed(environment, failure);
                            }
                            access.replied(commands, command, reply, environment);
                            return DataFetcherResult.<R>newResult().data(reply).build();
                        },
                        answering);
    }

    private DataFetcherResult<R> failed(DataFetchingEnvironment environment, Throwable failure) {
        LOG.warn("a command of {} got no reply: {}", commands, failure.toString());
        String code;
        String message;
        if (failure instanceof TimeoutException) {
            code = "TIMEOUT";
            message = "no reply came in time; the command may still be carried out";
        } else if (failure instanceof RejectedExecutionException) {
            code = "BUSY";
            message = "too many commands wait for their reply; try again later";
        } else if (failure instanceof AlreadyPendingException) {
            code = "CONFLICT";
            message = "the command was not sent: one with the same key waits for its reply";
        } else if (isUnsendable(failure)) {
            code = "UNSENDABLE";
            message = "the command was not sent, and cannot be: it cannot be written, or is too large";
        } else {
            // Also where the server closes while the command waits: it is in Kafka then.
            code = "UNAVAILABLE";
            message = "it is not known whether the command was sent: it may still be carried out;"
                    + " send it again with the same key";
        }
        return error(environment, ErrorType.DataFetchingException, message, Map.of("code", code));
    }

    /**
     * Subclasses tell of a reply that could not be read: its command was sent. Another cause than Avro's may pass: serializers that are set in
     * the place of the generated codec say so of a registry that is away.
     */
    private static boolean isUnsendable(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || (failure.getClass() == SerializationException.class
                        && failure.getCause() instanceof AvroRuntimeException);
    }

    private static <R> DataFetcherResult<R> error(
            DataFetchingEnvironment environment, ErrorType type, String message, Map<String, Object> extensions) {
        return DataFetcherResult.<R>newResult()
                .error(GraphqlErrorBuilder.newError(environment)
                        .errorType(type)
                        .message("%s", message)
                        .extensions(extensions)
                        .build())
                .build();
    }

    /** In one order, so that the same mistake gives the same answer in every process. */
    private static Map<String, Object> invalidInput(String argument) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "INVALID_INPUT");
        extensions.put("argument", argument);
        return extensions;
    }
}
