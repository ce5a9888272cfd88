package org.openbankmark.bank.handler.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbankmark.bank.account.Iban;

/**
 * The accounts that a batch of transfers touches, all of them locked, and how they stand after each transfer. Not thread-safe.
 */
public final class Accounts {
    private final Map<String, Account> byIban = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    /** As they stand at the start; those of the outside world must be among them where a transfer needs them. */
    public Accounts(Collection<Account> locked) {
        locked.forEach(account -> byIban.put(account.iban(), account));
    }

    /** The account with an IBAN of this bank, or empty. Names of the outside world are not accounts here. */
    Optional<Account> ours(String iban) {
        return Iban.isValid(iban) ? Optional.ofNullable(byIban.get(iban)) : Optional.empty();
    }

    /** Where the money of somebody outside is kept. */
    Account outside(String name) {
        String iban = name.equals(Account.CASH) ? Account.CASH : Account.OTHER_BANKS;
        Account account = byIban.get(iban);
        if (account == null) {
            throw new IllegalStateException("the account '" + iban + "' is missing in the ledger");
        }
        return account;
    }

    Account change(Account account, long newBalance) {
        Account after = account.with(newBalance);
        byIban.put(account.iban(), after);
        changed.add(account.iban());
        return after;
    }

    /** Those whose balance changed, as they stand now, from the highest id to the lowest. */
    public List<Account> changed() {
        List<Account> accounts = new ArrayList<>();
        for (String iban : changed) {
            Account account = byIban.get(iban);
            if (account != null) {
                accounts.add(account);
            }
        }
        accounts.sort((a, b) -> Long.compare(b.id(), a.id()));
        return accounts;
    }
}
