package org.openbankmark.bank.graphql.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.openbankmark.bank.graphql.limits.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Turns away what another site's page sends, and bodies that are too large or too slow, before anything reads them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestGate extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(RequestGate.class);

    /** Bytes of a body that is refused for its length. */
    private static final int MOST_TAKEN = 2_000_000;

    private final int mostBytes;
    private final Duration bodyLimit;

    RequestGate(Limits limits) {
        this.mostBytes = limits.messageBytes();
        this.bodyLimit = limits.body();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getContentLengthLong() > mostBytes) {
            takeSome(request);
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            bounded(new BoundedRequest(request, mostBytes, bodyLimit), response, chain);
        }
    }

    private static void bounded(BoundedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failed) {
            if (request.refusal() == null) {
                throw failed;
            }
        }
        RefusedBodyException refusal = request.refusal();
        if (refusal != null && !response.isCommitted()) {
            response.resetBuffer();
            refuse(response, refusal.status());
        }
    }

    /** Whoever sends a body first and then reads the answer would else find the connection cut, and not learn why. */
    private void takeSome(HttpServletRequest request) throws IOException {
        long end = System.nanoTime() + bodyLimit.toNanos();
        InputStream body = request.getInputStream();
        byte[] ignored = new byte[8_192];
        int left = MOST_TAKEN;
        try {
            for (int read = 0; read >= 0 && left > 0 && System.nanoTime() - end < 0; left -= read) {
                read = body.read(ignored, 0, Math.min(left, ignored.length));
            }
        } catch (IOException slow) {
            LOG.atDebug().log("a body that was refused did not come: {}", slow.toString());
        }
    }

    /** Reading a page is open to all; what may change or tell something comes from our own pages, or from no page at all. */
    private static boolean isForeign(HttpServletRequest request) {
        boolean upgrade = "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
        boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        if (reads && !upgrade) {
            return false;
        }
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                || (request.getHeader(HttpHeaders.ORIGIN) != null
                        && !WebUtils.isSameOrigin(new ServletServerHttpRequest(request)));
    }

    private static void refuse(HttpServletResponse response, int status) {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setStatus(status);
    }
}
