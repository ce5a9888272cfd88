package org.openbankmark.bank.graphql.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body ends with an exception where it becomes too large, or is not there in time: one that trickles would hold a thread
 * of the server for as long as it likes. One that tells too large a length is refused before.
 */
final class BoundedRequest extends HttpServletRequestWrapper {
    private final int mostBytes;
    private final Duration limit;
    private @Nullable RefusedBodyException refusal;

    BoundedRequest(HttpServletRequest request, int mostBytes, Duration limit) {
        super(request);
        this.mostBytes = mostBytes;
        this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream());
    }

    /** Why its body was not read to the end; those in between may have made something else of it. */
    @Nullable
    RefusedBodyException refusal() {
        return refusal;
    }

    private final class Bounded extends ServletInputStream {
        private final ServletInputStream body;
        private final long begun = System.nanoTime();
        private long read;

        Bounded(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = body.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) {
            read += more;
            if (read > mostBytes) {
                throw refused(RefusedBodyException.tooLarge(mostBytes));
            }
            if (System.nanoTime() - begun > limit.toNanos()) {
                throw refused(RefusedBodyException.tooSlow(limit));
            }
        }

        private RefusedBodyException refused(RefusedBodyException reason) {
            refusal = reason;
            return reason;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
