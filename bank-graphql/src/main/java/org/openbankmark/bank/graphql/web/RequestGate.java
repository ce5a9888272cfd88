package org.openbankmark.bank.graphql.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openbankmark.bank.graphql.limits.Limits;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Turns away what another site's page sends, and bodies that are too large, before anything reads them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestGate extends OncePerRequestFilter {
    private final int mostBytes;

    RequestGate(Limits limits) {
        this.mostBytes = limits.messageBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getContentLengthLong() > mostBytes) {
            tooLarge(response);
        } else {
            try {
                chain.doFilter(new BoundedRequest(request, mostBytes), response);
            } catch (BodyTooLargeException tooLarge) {
                tooLarge(response);
            }
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

    private static void tooLarge(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }
}
