package org.openbankmark.bank.graphql.limits;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Remembers documents that were found right, as pages ask with the same few again and again: each is parsed and validated once, and not
 * while somebody waits for a click. Those used last are kept, so many and so long that they take some megabytes at most. Thread-safe.
 */
final class KnownDocuments implements PreparsedDocumentProvider {
    private static final int MOST = 100;
    private static final int CHARACTERS = 2_000;

    // Guarded by itself
    private final Map<String, PreparsedDocumentEntry> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PreparsedDocumentEntry> eldest) {
            return size() > MOST;
        }
    };

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        String text = input.getQuery();
        PreparsedDocumentEntry entry = find(text).orElseGet(() -> parseAndValidate.apply(input));
        if (!entry.hasErrors() && text.length() <= CHARACTERS) {
            remember(text, entry);
        }
        return CompletableFuture.completedFuture(entry);
    }

    private Optional<PreparsedDocumentEntry> find(String text) {
        synchronized (known) {
            return Optional.ofNullable(known.get(text));
        }
    }

    private void remember(String text, PreparsedDocumentEntry entry) {
        synchronized (known) {
            known.putIfAbsent(text, entry);
        }
    }
}
