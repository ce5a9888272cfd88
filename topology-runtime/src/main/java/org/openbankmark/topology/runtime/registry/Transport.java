package org.openbankmark.topology.runtime.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Takes a question to a server and brings its answer, whatever its status. By {@link HttpURLConnection}: see
 * docs/decisions/registry-http-client.md. How many connections are kept is the process's own setting,
 * {@code http.maxConnections}. Safe for use by several threads.
 */
final class Transport {
    /** An answer with a larger body is none. */
    static final int LARGEST_ANSWER = 16 << 20;

    private final int connectMillis;
    private final @Nullable SSLSocketFactory tls;
    private final ExecutorService calls = Executors.newCachedThreadPool(call -> {
        Thread thread = new Thread(call, "topology-registry");
        thread.setDaemon(true);
        return thread;
    });

    Transport(RegistryConfig config) {
        this.connectMillis = millis(config.connectTimeout());
        // One for all: connections are kept by their factory.
        this.tls = config.tls().map(TlsSockets::of).orElse(null);
    }

    /**
     * Waits for the whole answer, its body included.
     *
     * @throws TimeoutException if it is not there within the limit
     * @throws TooLargeException if its body is larger than {@link #LARGEST_ANSWER}
     * @throws IOException if there is no connection, or it ended too soon
     * @throws InterruptedException if the waiting thread was interrupted, before or while it waited
     */
    Answer ask(Question question, Duration limit) throws IOException, InterruptedException, TimeoutException {
        HttpURLConnection connection =
                (HttpURLConnection) question.uri().toURL().openConnection();
        if (tls != null && connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(tls);
        }
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(connectMillis);
        // For each read: what is given up below does not keep its thread for ever.
        connection.setReadTimeout(millis(limit.plusSeconds(1)));
        Future<Answer> answer = calls.submit(() -> exchange(connection, question));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException noLonger) {
            connection.disconnect();
            answer.cancel(true);
            throw noLonger;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        }
    }

    private static Answer exchange(HttpURLConnection connection, Question question) throws IOException {
        connection.setRequestMethod(question.method());
        question.headers().forEach(connection::setRequestProperty);
        try {
            if (question.body().isPresent()) {
                byte[] body = question.body().get().getBytes(StandardCharsets.UTF_8);
                connection.setDoOutput(true);
                // A body that is not kept is not sent a second time in silence.
                connection.setFixedLengthStreamingMode(body.length);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            int status = connection.getResponseCode();
            if (status < 0) {
                throw new IOException("what answers is no HTTP server");
            }
            return new Answer(status, body(connection, status));
        } catch (HttpRetryException refused) {
            // It would like to send the body once more with credentials, which it does not have.
            return new Answer(refused.responseCode(), new byte[0]);
        }
    }

    private static byte[] body(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            if (in == null) {
                return new byte[0];
            }
            ByteArrayOutputStream collected = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 13];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                if (collected.size() + read > LARGEST_ANSWER) {
                    connection.disconnect();
                    throw new TooLargeException();
                }
                collected.write(part, 0, read);
            }
            return collected.toByteArray();
        }
    }

    private static int millis(Duration duration) {
        // None would be for ever.
        return (int) Math.max(1, Math.min(duration.toMillis(), Integer.MAX_VALUE));
    }

    /** What came back. */
    static final class Answer {
        private final int status;
        private final byte[] body;

        Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }
    }

    /** The body is larger than the limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
