package org.openbankmark.bank.graphql.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.graphql.limits.UnsentAnswers.Answer;

class UnsentAnswersTest {
    private final AddressQuota quota = new AddressQuota(100);
    private final UnsentAnswers answers = new UnsentAnswers(quota, "here");
    private final AtomicInteger freed = new AtomicInteger();

    @Test
    void anAnswerCostsUntilItHasLeft() {
        Answer first = answers.next();
        assertThat(first.begin(40)).isTrue();
        assertThat(first.costs(90)).isTrue();
        Answer second = answers.next();
        assertThat(second.begin(40)).isFalse();
        first.sent();
        first.sent();
        assertThat(answers.next().begin(100)).isTrue();
    }

    @Test
    void refusalsAreCountedUntilTheyHaveLeft() {
        assertThat(answers.next().begin(100)).isTrue();
        Answer refused = answers.next();
        for (int i = 0; i < 200; i++) {
            assertThat(answers.next().begin(1)).isFalse();
        }
        assertThat(answers.tooMany()).isFalse();
        assertThat(refused.begin(1)).isFalse();
        assertThat(answers.tooMany()).isTrue();
        refused.sent();
        assertThat(answers.tooMany()).isFalse();
    }

    @Test
    void aSubscriptionKeepsItsPlaceUntilWhatItToldHasLeft() {
        Answer stream = subscription();
        assertThat(quota.take("here", 100)).as("it costs nothing by itself").isTrue();
        stream.told();
        stream.told();
        stream.sent();
        stream.over(freed::incrementAndGet);
        assertThat(freed).hasValue(0);
        stream.sent();
        assertThat(freed).hasValue(1);
        stream.sent();
        assertThat(freed).hasValue(1);
    }

    @Test
    void aSubscriptionThatToldNothingIsOverAtOnce() {
        subscription().over(freed::incrementAndGet);
        assertThat(freed).hasValue(1);
    }

    @Test
    void theEndOfTheConnectionGivesAllBack() {
        assertThat(answers.next().begin(60)).isTrue();
        Answer over = subscription();
        over.told();
        over.over(freed::incrementAndGet);
        Answer runs = subscription();
        runs.told();
        answers.end();
        assertThat(freed).hasValue(1);
        runs.over(freed::incrementAndGet);
        assertThat(freed).hasValue(2);
        assertThat(quota.take("here", 100)).isTrue();
        assertThat(answers.next().begin(1)).as("nothing begins any more").isFalse();
    }

    private Answer subscription() {
        Answer answer = answers.next();
        assertThat(answer.begin(1)).isTrue();
        answer.subscribed();
        return answer;
    }
}
