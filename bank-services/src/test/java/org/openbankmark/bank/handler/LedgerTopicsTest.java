package org.openbankmark.bank.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.topology.runtime.topic.Topic;

class LedgerTopicsTest {
    @Test
    void whatGivesAllAccountsAndBalancesIsKeptForEver() {
        assertThat(List.<Topic<?>>of(BankTopics.ACCOUNT_CREATION_CONFIRMED, BankTopics.BALANCE_CHANGED))
                .allSatisfy(topic -> assertThat(topic.config()).containsEntry("retention.ms", "-1"));
    }
}
