package org.openbankmark.bank.graphql.access;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.access.Refusal.Code;
import org.openbankmark.bank.graphql.live.WatchEndedException;
import org.openbankmark.topology.graphql.stream.SubscriptionClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Mono;

/** Turns what is thrown into errors with a code; what went wrong inside is logged, and not told. */
@Component
final class Refusals implements DataFetcherExceptionResolver, SubscriptionExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown, DataFetchingEnvironment environment) {
        Refusal refusal = refusal(thrown);
        return Mono.just(List.of(GraphqlErrorBuilder.newError(environment)
                .errorType(type(refusal.code()))
                .message("%s", refusal.getMessage())
                .extensions(refusal.extensions())
                .build()));
    }

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown) {
        return Mono.just(List.of(error(refusal(thrown))));
    }

    /** An error of no field in particular. */
    static GraphQLError error(Refusal refusal) {
        return GraphqlErrorBuilder.newError()
                .errorType(type(refusal.code()))
                .message("%s", refusal.getMessage())
                .extensions(refusal.extensions())
                .build();
    }

    /** What a client is told of something thrown. */
    static Refusal refusal(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        Refusal told = told(cause);
        if (told != null) {
            return told;
        }
        if (cause instanceof DataAccessException || cause instanceof TransactionException) {
            LOG.atWarn().log("the database does not answer: {}", cause.toString());
            return new Refusal(Code.UNAVAILABLE, "the bank's records cannot be read now; try again later");
        }
        if (cause instanceof KafkaException) {
            LOG.atWarn().log("Kafka does not answer: {}", cause.toString());
            return new Refusal(
                    Code.UNAVAILABLE,
                    "the bank takes no commands now; this one may still be carried out: try again with its id");
        }
        LOG.atError().setCause(cause).log("an operation failed");
        return new Refusal(Code.INTERNAL, "this failed; the server's log says why");
    }

    private static @Nullable Refusal told(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof WatchEndedException ended) {
            return new Refusal(Code.valueOf(ended.reason().name()), String.valueOf(ended.getMessage()));
        }
        if (cause instanceof SubscriptionClosedException closed) {
            Code code =
                    switch (closed.reason()) {
                        case TOO_SLOW -> Code.TOO_SLOW;
                        case TOO_MANY -> Code.TOO_MANY;
                        case MISSED_RECORDS, STOPPED -> Code.UNAVAILABLE;
                    };
            return new Refusal(code, String.valueOf(closed.getMessage()));
        }
        if (cause instanceof TimeoutException) {
            return new Refusal(Code.TIMEOUT, "no reply came in time; the command may still be carried out");
        }
        if (cause instanceof RejectedExecutionException) {
            return new Refusal(Code.BUSY, "too much is under way; try again later");
        }
        return null;
    }

    private static ErrorClassification type(Code code) {
        return switch (code) {
            case UNAUTHENTICATED -> ErrorType.UNAUTHORIZED;
            case FORBIDDEN -> ErrorType.FORBIDDEN;
            case INVALID_INPUT, TOO_MANY, TOO_SLOW, CONFLICT -> ErrorType.BAD_REQUEST;
            case TIMEOUT, BUSY, UNAVAILABLE, INTERNAL -> ErrorType.INTERNAL_ERROR;
        };
    }
}
