package org.openbankmark.bank.graphql.limits;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class KnownDocumentsTest {
    private final KnownDocuments known = new KnownDocuments();
    private final List<String> parsed = new ArrayList<>();

    @Test
    void aDocumentIsParsedOnce() {
        assertThat(ask("{ a }", this::right)).isSameAs(ask("{ a }", this::right));
        ask("{ b }", this::right);
        assertThat(parsed).containsExactly("{ a }", "{ b }");
    }

    @Test
    void aWrongOneIsToldSoEachTimeInTheLanguageOfWhoAsks() {
        ask("{ wrong }", this::wrong);
        ask("{ wrong }", this::wrong);
        assertThat(parsed).hasSize(2);
    }

    @Test
    void thoseNotUsedForLongAreForgottenAndLongOnesNeverRemembered() {
        ask("{ a }", this::right);
        for (int other = 0; other < 99; other++) {
            ask("{ other" + other + " }", this::right);
        }
        ask("{ a }", this::right);
        ask("{ one more }", this::right);
        parsed.clear();
        ask("{ a }", this::right);
        assertThat(parsed).isEmpty();
        ask("{ other0 }", this::right);
        String longOne = "{ a" + " ".repeat(2_000) + "}";
        ask(longOne, this::right);
        ask(longOne, this::right);
        assertThat(parsed).containsExactly("{ other0 }", longOne, longOne);
    }

    private PreparsedDocumentEntry ask(String text, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        return known.getDocumentAsync(ExecutionInput.newExecutionInput(text).build(), parse)
                .join();
    }

    private PreparsedDocumentEntry right(ExecutionInput input) {
        parsed.add(input.getQuery());
        return new PreparsedDocumentEntry(Document.newDocument().build());
    }

    private PreparsedDocumentEntry wrong(ExecutionInput input) {
        parsed.add(input.getQuery());
        return new PreparsedDocumentEntry(
                GraphqlErrorBuilder.newError().message("wrong").build());
    }
}
