package org.openbankmark.bank.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AutoAccountsTest {
    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void anAccountThatIsKnownIsNotAddedAgain() {
        AutoAccounts accounts = new AutoAccounts(10, random);
        accounts.add(new Account("a", "1"));
        accounts.add(new Account("a", "1"));
        assertThat(accounts.size()).isEqualTo(1);
    }

    @Test
    void moreAccountsThanItHoldsLeaveARandomChoiceOfAll() {
        AutoAccounts accounts = new AutoAccounts(100, random);
        for (int i = 0; i < 10_000; i++) {
            accounts.add(new Account("iban" + i, "token"));
        }
        assertThat(accounts.size()).isEqualTo(100);
        Set<String> held = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            held.add(accounts.any(random).iban());
        }
        assertThat(held).hasSize(100);
        // All alike: the hundred are from all times, not the first or the last hundred.
        long late = held.stream()
                .filter(iban -> Integer.parseInt(iban.substring(4)) >= 5_000)
                .count();
        assertThat(late).isBetween(25L, 75L);
    }

    @Test
    void aTokenIsNotShown() {
        assertThat(new Account("NL80OPEN0123456789", "12345678901234567890").toString())
                .doesNotContain("12345678901234567890");
    }
}
