package org.openbankmark.bank.generator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.bank.events.ConfirmAccountCreation;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;

/** What the customers ask for. One thread at a time. */
final class Customers {
    private static final String CASH = "cash";
    private static final String SHOP = "Albert Heijn BV";
    private static final int[] BANKNOTES = {2, 2, 2, 3, 5, 5, 10, 20};

    private final AutoAccounts accounts;
    private final RandomGenerator random;
    private final Clock clock;
    private final Supplier<UUID> ids;

    Customers(AutoAccounts accounts, RandomGenerator random, Clock clock, Supplier<UUID> ids) {
        this.accounts = accounts;
        this.random = random;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whether somebody opens an account at this beat; otherwise somebody moves money. */
    static boolean opensAccount(long beat) {
        return beat < 20 || beat % 200 == 0;
    }

    /** A new account. */
    ConfirmAccountCreation opening() {
        return new ConfirmAccountCreation(ids.get(), Atype.AUTO);
    }

    /** What one customer does: of 70, on average, 1 salary, 3 deposits, 10 withdrawals, 40 purchases, 16 transfers. */
    ConfirmMoneyTransfer transfer() {
        int kind = random.nextInt(70);
        if (kind == 0) {
            return transfer(
                    Account.COMPANY, salaryAmount(random), accounts.any(random).iban(), "salary");
        }
        if (kind <= 3) {
            return transfer(
                    new Account(CASH, CASH), banknotes(), accounts.any(random).iban(), "deposit");
        }
        if (kind <= 13) {
            return transfer(accounts.any(random), banknotes(), CASH, "withdraw");
        }
        if (kind <= 53) {
            return transfer(accounts.any(random), smallAmount(), SHOP, "ah pin");
        }
        return transfer(
                accounts.any(random), smallAmount(), accounts.any(random).iban(), "transfer");
    }

    /**
     * The first salary of a new account. It is the same one, with the same id, whenever it is asked for again, so that it is
     * paid once however often the news of the account comes.
     *
     * @param opened the id of the command that opened the account
     * @param at when it was opened
     */
    static ConfirmMoneyTransfer firstSalary(UUID opened, String iban, Instant at, ZoneId zone) {
        UUID id = UUID.nameUUIDFromBytes(("first salary " + opened).getBytes(StandardCharsets.UTF_8));
        return new ConfirmMoneyTransfer(
                id,
                Account.COMPANY.token(),
                salaryAmount(new SplittableRandom(id.getLeastSignificantBits())),
                Account.COMPANY.iban(),
                iban,
                "salary " + LocalDateTime.ofInstant(at, zone));
    }

    private ConfirmMoneyTransfer transfer(Account from, long amount, String to, String kind) {
        return new ConfirmMoneyTransfer(
                ids.get(), from.token(), amount, from.iban(), to, kind + " " + LocalDateTime.now(clock));
    }

    private static long salaryAmount(RandomGenerator random) {
        return 220_000L + random.nextInt(50_000);
    }

    private long banknotes() {
        return BANKNOTES[random.nextInt(BANKNOTES.length)] * 1_000L;
    }

    private long smallAmount() {
        return 1_000L + random.nextInt(10_000);
    }
}
