package org.openbankmark.bank.graphql.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransactionFilterTest {
    private static final String MINE = "NL80OPEN0123456789";

    @Test
    void eachGivenConditionMustHold() {
        for (String iban : new String[] {null, MINE, "another"}) {
            for (Long least : new Long[] {null, 0L, 500L, 501L}) {
                for (Direction direction : new Direction[] {null, Direction.DEBIT, Direction.CREDIT}) {
                    for (long changedBy : new long[] {-500, 500}) {
                        boolean expected = !"another".equals(iban)
                                && (least == null || least <= 500)
                                && (direction == null || (direction == Direction.DEBIT) == (changedBy < 0));
                        assertThat(new TransactionFilter(iban, least, direction).matches(transaction(changedBy)))
                                .as("%s %s %s of %s", iban, least, direction, changedBy)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void theSmallestNumberIsALargeAmount() {
        assertThat(new TransactionFilter(null, (long) Integer.MAX_VALUE, null).matches(transaction(Long.MIN_VALUE)))
                .isTrue();
    }

    private static Transaction transaction(long changedBy) {
        return new Transaction(1, MINE, 0, changedBy, "cash", "");
    }
}
