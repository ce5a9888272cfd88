package org.openbankmark.topology.runtime.registry;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param headers by name, without those that follow from the rest (Host, Content-Length)
 */
record Question(String method, URI uri, Map<String, String> headers, Optional<String> body) {

    Question {
        headers = Map.copyOf(headers);
    }
}
