package org.openbankmark.bank.handler.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.handler.rules.Outcome.Failed;
import org.openbankmark.bank.handler.rules.Outcome.Moved;

class TransferRulesTest {
    private static final String A = Iban.of("0000000001");
    private static final String B = Iban.of("0000000002");
    private static final String UNKNOWN = Iban.of("0999999999");
    private static final String UNKNOWN_TOO = Iban.of("0999999998");

    /** Each line breaks a rule and, where it can, all rules after it: the first is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0      | nobody | nobody | wrong | amount must be positive
                    -1     | A      | B      | a     | amount must be positive
                    900000 | nobody | nobody | wrong | from is invalid
                    900000 | U      | U      | wrong | from and to can't be same for transfer
                    900000 | cash   | cash   | wrong | from and to can't be same for transfer
                    900000 | U      | V      | wrong | both to and from not known at this bank
                    900000 | U      | cash   | wrong | both to and from not known at this bank
                    900000 | U      | A      | wrong | from is not known at this bank
                    900000 | A      | B      | wrong | invalid token
                    900000 | A      | B      | a     | insufficient funds
                    60001  | A      | shop   | a     | insufficient funds
                    60000  | A      | shop   | a     |
                    60000  | A      | U      | a     |
                    60000  | A      | B      | a     |
                    1      | cash   | A      | wrong |
                    1      | cash   | shop   | cash  |
                    """)
    void rulesApplyInTheirOrder(long amount, String from, String to, String token, String reason) {
        Outcome outcome = TransferRules.decide(transfer(amount, name(from), name(to), token), accounts(10_000, 0));
        if (reason == null) {
            assertThat(outcome).isInstanceOf(Moved.class);
        } else {
            assertThat(outcome).isEqualTo(new Failed(reason));
        }
    }

    @Test
    void overflowIsAFailedTransfer() {
        assertThat(TransferRules.decide(transfer(Long.MAX_VALUE, A, B, "a"), accounts(Long.MIN_VALUE + 5, 0)))
                .isEqualTo(new Failed(Reason.INSUFFICIENT_FUNDS));
        assertThat(TransferRules.decide(transfer(2, A, B, "a"), accounts(10, Long.MAX_VALUE - 1)))
                .isEqualTo(new Failed(Reason.TOO_LARGE));
        Accounts accounts = accounts(0, 0);
        assertThat(TransferRules.decide(transfer(Long.MAX_VALUE, "cash", A, ""), accounts))
                .isInstanceOf(Moved.class);
        assertThat(TransferRules.decide(transfer(Long.MAX_VALUE, "cash", B, ""), accounts))
                .isEqualTo(new Failed(Reason.TOO_LARGE));
    }

    @Test
    void textsThatNoEventCouldCarryFail() {
        String text = "x".repeat(TransferRules.LONGEST_TEXT + 1);
        assertThat(TransferRules.decide(transfer(1, A, text, "a"), accounts(10, 0)))
                .isEqualTo(new Failed(Reason.TEXT_TOO_LONG));
    }

    @Test
    void aMillionTransfersKeepTheSumAndAllLimits() {
        Random random = new Random(7);
        String[] parties = {A, B, UNKNOWN, "cash", "shop", ""};
        Accounts accounts = accounts(100_000, 0);
        for (int i = 0; i < 1_000_000; i++) {
            long amount =
                    switch (random.nextInt(20)) {
                        case 0 -> random.nextLong();
                        case 1 -> Long.MAX_VALUE - random.nextInt(3);
                        default -> random.nextInt(200_000) - 1_000L;
                    };
            String from = parties[random.nextInt(parties.length)];
            String to = parties[random.nextInt(parties.length)];
            String token = random.nextInt(10) == 0 ? "wrong" : from.equals(A) ? "a" : "b";
            Outcome outcome = TransferRules.decide(transfer(amount, from, to, token), accounts);
            if (outcome instanceof Moved) {
                assertThat(amount).isPositive();
            }
            if (i % 100 == 0 || outcome instanceof Moved) {
                check(accounts);
            }
        }
    }

    private static void check(Accounts accounts) {
        BigInteger sum = BigInteger.ZERO;
        List<Account> all = new ArrayList<>(List.of(accounts.outside("cash"), accounts.outside("shop")));
        accounts.ours(A).ifPresent(all::add);
        accounts.ours(B).ifPresent(all::add);
        for (Account account : all) {
            sum = sum.add(BigInteger.valueOf(account.balance()));
            if (account.balance() < account.lowest()) {
                throw new AssertionError(account + " is below its limit");
            }
        }
        if (!sum.equals(BigInteger.valueOf(100_000))) {
            throw new AssertionError("the sum is " + sum);
        }
    }

    private static String name(String shortName) {
        return switch (shortName) {
            case "A" -> A;
            case "B" -> B;
            case "U" -> UNKNOWN;
            case "V" -> UNKNOWN_TOO;
            default -> shortName;
        };
    }

    private static Transfer transfer(long amount, String from, String to, String token) {
        return new Transfer(new UUID(1, 2), token, amount, from, to, "test");
    }

    private static Accounts accounts(long ofA, long ofB) {
        return new Accounts(List.of(
                new Account(1, Account.CASH, null, 0, Long.MIN_VALUE, 0),
                new Account(2, Account.OTHER_BANKS, null, 0, Long.MIN_VALUE, 0),
                new Account(3, A, "a", ofA, -50_000, 0),
                new Account(4, B, "b", ofB, -50_000, 0)));
    }
}
