package org.openbankmark.bank.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenTest {
    @Test
    void tokensAreTwentyDigitsAndDiffer() {
        Random random = new Random(6);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String token = Token.random(random);
            assertThat(token).matches("[0-9]{20}");
            seen.add(token);
        }
        assertThat(seen).hasSize(10_000);
    }

    @Test
    void theCompanysIsTwentyZeros() {
        assertThat(Token.COMPANY).isEqualTo("00000000000000000000");
    }
}
