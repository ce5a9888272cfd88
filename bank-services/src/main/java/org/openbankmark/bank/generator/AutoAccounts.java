package org.openbankmark.bank.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The accounts that were opened for the generator: at most so many, and once there are more, a random choice of them all. Safe
 * for use by several threads.
 */
final class AutoAccounts {
    /** Some 30 MB. */
    static final int MOST = 100_000;

    private final int most;
    private final RandomGenerator random;
    private final List<Account> accounts = new ArrayList<>();
    private final Set<String> ibans = new HashSet<>();
    private long seen;

    /** @param random chooses who leaves when there are too many */
    AutoAccounts(int most, RandomGenerator random) {
        this.most = most;
        this.random = random;
    }

    /** Adds an account; one that is known already changes nothing. */
    synchronized void add(Account account) {
        if (ibans.contains(account.iban())) {
            return;
        }
        seen++;
        if (accounts.size() < most) {
            accounts.add(account);
            ibans.add(account.iban());
            return;
        }
        // Vitter's algorithm R (reservoir sampling): each account seen so far stays with the same probability.
        long place = random.nextLong(seen);
        if (place < most) {
            Account leaves = accounts.set((int) place, account);
            ibans.remove(leaves.iban());
            ibans.add(account.iban());
        }
    }

    /** One of them, each as likely as any other; the company's while there is none. */
    synchronized Account any(RandomGenerator choice) {
        return accounts.isEmpty() ? Account.COMPANY : accounts.get(choice.nextInt(accounts.size()));
    }

    synchronized int size() {
        return accounts.size();
    }
}
