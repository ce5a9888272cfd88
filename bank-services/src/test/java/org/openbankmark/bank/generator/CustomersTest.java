package org.openbankmark.bank.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;

class CustomersTest {
    private static final String COMPANY = "NL66OPEN0000000000";
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-31T11:00:00Z"), AMSTERDAM);

    private final AutoAccounts accounts = new AutoAccounts(AutoAccounts.MOST, new SplittableRandom(1));
    private final Customers customers = new Customers(accounts, new SplittableRandom(2), NOON, UUID::randomUUID);

    @Test
    void theFirstTwentyBeatsAndEachTwoHundredthOpenAnAccount() {
        assertThat(LongStream.range(0, 601).filter(Customers::opensAccount))
                .containsExactlyElementsOf(LongStream.concat(LongStream.range(0, 20), LongStream.of(200, 400, 600))
                        .boxed()
                        .toList());
        assertThat(customers.opening().getAType()).isEqualTo(Atype.AUTO);
    }

    @Test
    void seventyTransfersAreOneSalaryThreeDepositsTenWithdrawalsFortyPurchasesAndSixteenTransfers() {
        accounts.add(new Account("NL80OPEN0123456789", "1".repeat(20)));
        Map<String, Integer> kinds = new HashMap<>();
        int many = 140_000;
        for (int i = 0; i < many; i++) {
            ConfirmMoneyTransfer transfer = customers.transfer();
            kinds.merge(kind(transfer), 1, Integer::sum);
            requireRightAmountAndParties(transfer);
        }
        Map<String, Integer> ofSeventy =
                Map.of("salary", 1, "deposit", 3, "withdraw", 10, "ah pin", 40, "transfer", 16);
        assertThat(kinds.keySet()).isEqualTo(ofSeventy.keySet());
        ofSeventy.forEach((kind, share) ->
                assertThat(kinds.get(kind) / (double) many).as(kind).isCloseTo(share / 70.0, within(0.005)));
    }

    @Test
    void allAmountsOfEachKindComeAndNoOthers() {
        accounts.add(new Account("NL80OPEN0123456789", "1".repeat(20)));
        Set<Long> banknotes = new HashSet<>();
        long leastSmall = Long.MAX_VALUE;
        long mostSmall = 0;
        for (int i = 0; i < 200_000; i++) {
            ConfirmMoneyTransfer transfer = customers.transfer();
            switch (kind(transfer)) {
                case "deposit", "withdraw" -> banknotes.add(transfer.getAmount());
                case "ah pin", "transfer" -> {
                    leastSmall = Math.min(leastSmall, transfer.getAmount());
                    mostSmall = Math.max(mostSmall, transfer.getAmount());
                }
                default -> assertThat(transfer.getAmount()).isBetween(220_000L, 269_999L);
            }
        }
        assertThat(banknotes).containsExactlyInAnyOrder(2_000L, 3_000L, 5_000L, 10_000L, 20_000L);
        assertThat(leastSmall).isEqualTo(1_000);
        assertThat(mostSmall).isEqualTo(10_999);
    }

    @Test
    void theCompanyStandsInWhileThereIsNoAccount() {
        for (int i = 0; i < 1_000; i++) {
            ConfirmMoneyTransfer transfer = customers.transfer();
            assertThat(transfer.getFrom()).isIn(COMPANY, "cash");
            assertThat(transfer.getTo()).isIn(COMPANY, "cash", "Albert Heijn BV");
        }
    }

    @Test
    void aDescriptionIsTheKindAndTheLocalTime() {
        assertThat(customers.transfer().getDescription()).endsWith(" 2026-01-31T12:00");
    }

    @Test
    void theFirstSalaryIsTheSameHoweverOftenItIsAskedFor() {
        UUID opened = new UUID(1, 2);
        Instant at = Instant.parse("2026-01-31T11:00:00Z");
        ConfirmMoneyTransfer salary = Customers.firstSalary(opened, "NL80OPEN0123456789", at, AMSTERDAM);
        assertThat(Customers.firstSalary(opened, "NL80OPEN0123456789", at, AMSTERDAM))
                .isEqualTo(salary);
        assertThat(salary.getFrom()).isEqualTo(COMPANY);
        assertThat(salary.getToken()).isEqualTo("0".repeat(20));
        assertThat(salary.getTo()).isEqualTo("NL80OPEN0123456789");
        assertThat(salary.getAmount()).isBetween(220_000L, 269_999L);
        assertThat(salary.getDescription()).isEqualTo("salary 2026-01-31T12:00");
        assertThat(Customers.firstSalary(new UUID(1, 3), "NL80OPEN0123456789", at, AMSTERDAM)
                        .getId())
                .isNotEqualTo(salary.getId());
    }

    private static String kind(ConfirmMoneyTransfer transfer) {
        String description = transfer.getDescription();
        return description.substring(0, description.lastIndexOf(' '));
    }

    private static void requireRightAmountAndParties(ConfirmMoneyTransfer transfer) {
        String own = "NL80OPEN0123456789";
        String token = transfer.getToken();
        switch (kind(transfer)) {
            case "salary" -> requireParties(transfer, COMPANY, own);
            case "deposit" -> {
                requireParties(transfer, "cash", own);
                assertThat(token).isEqualTo("cash");
            }
            case "withdraw" -> requireParties(transfer, own, "cash");
            case "ah pin" -> requireParties(transfer, own, "Albert Heijn BV");
            default -> requireParties(transfer, own, own);
        }
    }

    private static void requireParties(ConfirmMoneyTransfer transfer, String from, String to) {
        assertThat(transfer.getFrom()).isEqualTo(from);
        assertThat(transfer.getTo()).isEqualTo(to);
    }
}
