package org.openbankmark.topology.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> KNOWN =
            List.of("string", "long", "timestamp-millis", "timestamp-micros", "Id", "uuid");

    @Test
    void theNearestWordIsSuggested() {
        assertThat(Suggestion.didYouMean("strin", KNOWN)).contains("did you mean 'string'?");
        assertThat(Suggestion.didYouMean("String", KNOWN)).contains("did you mean 'string'?");
        assertThat(Suggestion.didYouMean("lnog", KNOWN)).contains("did you mean 'long'?");
        assertThat(Suggestion.didYouMean("timestamp-milis", KNOWN)).contains("did you mean 'timestamp-millis'?");
        assertThat(Suggestion.didYouMean("uid", KNOWN)).contains("did you mean 'uuid'?");
    }

    @Test
    void whatIsFarFromAllIsNotGuessed() {
        assertThat(Suggestion.didYouMean("customer", KNOWN)).isEmpty();
        assertThat(Suggestion.didYouMeanOrOneOf("customer", List.of("a", "b"))).contains("known here: a, b");
        assertThat(Suggestion.didYouMean("", KNOWN)).isEmpty();
    }

    @Test
    void aWordOfAThousandCharactersIsComparedWithThousandsOfWordsInNoTime() {
        List<String> many = java.util.stream.IntStream.range(0, 5_000)
                .mapToObj(i -> "record" + i)
                .toList();

        assertThat(Suggestion.didYouMean("x".repeat(1_000), many)).isEmpty();
    }
}
