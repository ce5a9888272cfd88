package org.openbankmark.topology.runtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final TopicPartition ZERO = new TopicPartition("t", 0);
    private static final TopicPartition ONE = new TopicPartition("t", 1);

    private final Backlog backlog = new Backlog(10, 1_000, ClaimSize.runs());

    @Test
    void aPartitionIsNeverOutTwiceAndKeepsItsOrder() throws Exception {
        add(backlog, ZERO, 0, 150);
        add(backlog, ONE, 0, 1);
        Claim first = take(backlog);
        Claim second = take(backlog);
        assertThat(first.slices().get(0).queue().partition()).isEqualTo(ZERO);
        assertThat(second.slices().get(0).queue().partition()).isEqualTo(ONE);
        Slice slice = first.slices().get(0);
        slice.advance(40);
        backlog.release(first);
        assertThat(offsets(take(backlog))).startsWith(40L).hasSize(100).isSorted();
    }

    @Test
    void onlyWhatIsDoneIsCommitted() throws Exception {
        assertThat(backlog.positions()).isEmpty();
        add(backlog, ZERO, 5, 3);
        assertThat(backlog.positions().get(ZERO).offset()).isEqualTo(5);
        Claim claim = take(backlog);
        claim.slices().get(0).advance();
        assertThat(backlog.positions().get(ZERO).offset()).isEqualTo(6);
        backlog.release(claim);
        assertThat(backlog.positions().get(ZERO).offset()).isEqualTo(6);
        Claim rest = take(backlog);
        assertThat(offsets(rest)).containsExactly(6L, 7L);
    }

    @Test
    void whenAllIsHandledThePositionIsWhereReadingGoesOn() throws Exception {
        backlog.add(ZERO, records(ZERO, 0, 2), new OffsetAndMetadata(4)); // 2 and 3 are transaction markers
        Claim claim = take(backlog);
        claim.slices().get(0).advance(2);
        assertThat(backlog.positions().get(ZERO).offset()).isEqualTo(2);
        backlog.release(claim);
        assertThat(backlog.positions().get(ZERO).offset()).isEqualTo(4);
    }

    @Test
    void aHeldClaimHoldsBackItsPartitionOnly() throws Exception {
        add(backlog, ZERO, 0, 2);
        add(backlog, ONE, 0, 1);
        Claim ill = take(backlog);
        ill.delayed();
        backlog.hold(ill, Duration.ofHours(1));
        assertThat(backlog.heldBack()).containsExactly(ZERO);
        assertThat(backlog.retrying()).isTrue();
        assertThat(take(backlog).touches(ONE)).isTrue();
    }

    @Test
    void asLongAsAFailedAttemptTookTheOtherPartitionsComeFirst() throws Exception {
        AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1); // it overflows, as System.nanoTime() may
        Backlog shared = new Backlog(10, 1_000, ClaimSize.runs(), clock::get);
        TopicPartition alsoIll = new TopicPartition("t", 2);
        add(shared, ZERO, 0, 1);
        add(shared, alsoIll, 0, 1);
        for (int i = 0; i < 4; i++) { // both twice: what failed once may have done well before
            Claim ill = take(shared);
            ill.progressed(); // to the dead letters, and then the next one fails
            ill.delayed();
            clock.addAndGet(10_000);
            shared.hold(ill, Duration.ZERO);
        }
        add(shared, ONE, 0, 300);

        Claim others = take(shared);
        assertThat(others.touches(ONE)).isTrue();
        others.slices().get(0).advance(100);
        clock.addAndGet(9_999);
        shared.release(others);
        Claim stillOthers = take(shared);
        assertThat(stillOthers.touches(ONE)).isTrue();
        clock.addAndGet(1);
        shared.release(stillOthers);
        assertThat(take(shared).inTrouble()).isTrue();
    }

    @Test
    void partitionsInTroubleNeedNotWaitForOthersThatHaveNothing() throws Exception {
        add(backlog, ZERO, 0, 1);
        Claim ill = take(backlog);
        ill.delayed();
        backlog.hold(ill, Duration.ZERO);
        assertThat(take(backlog)).isSameAs(ill);
    }

    @Test
    void aHeldClaimComesBackWithItsHistoryWhenDue() throws Exception {
        add(backlog, ZERO, 0, 2);
        Claim ill = take(backlog);
        ill.failed();
        ill.delayed();
        backlog.hold(ill, Duration.ofMillis(5));
        Claim again = take(backlog);
        assertThat(again).isSameAs(ill);
        assertThat(offsets(again)).containsExactly(0L, 1L);
        assertThat(again.failures()).isEqualTo(1);
        again.progressed();
        backlog.release(again);
        assertThat(backlog.retrying()).isFalse();
    }

    @Test
    void thereIsRoomUntilRecordsOrBytesAreTooManyNotCountingWhatIsHeldBack() throws Exception {
        assertThat(backlog.hasRoom()).isTrue();
        add(backlog, ZERO, 0, 200);
        assertThat(backlog.hasRoom()).isFalse();
        Claim claim = take(backlog);
        claim.delayed();
        backlog.hold(claim, Duration.ofDays(1));
        assertThat(backlog.hasRoom()).isTrue();
        backlog.add(ONE, List.of(record(ONE, 0, 2_000)), null);
        assertThat(backlog.hasRoom()).isFalse();
    }

    @Test
    void aReaderThatWaitsForRoomGoesOnWithTheClaimThatMakesSome() throws Exception {
        add(backlog, ZERO, 0, 105);
        add(backlog, ONE, 0, 5);
        CompletableFuture<Boolean> room = awaitRoom();
        take(backlog);
        assertThat(room).as("with 10 records waiting").isNotDone();
        take(backlog);
        assertThat(room.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReaderThatWaitsForRoomGoesOnWhenWhatFillsItIsHeldBack() throws Exception {
        add(backlog, ZERO, 0, 200);
        CompletableFuture<Boolean> room = awaitRoom();
        Claim ill = take(backlog);
        assertThat(room).isNotDone();
        ill.delayed();
        backlog.hold(ill, Duration.ofHours(1));
        assertThat(room.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReaderThatWaitsForRoomLearnsOfTheEnd() throws Exception {
        add(backlog, ZERO, 0, 200);
        CompletableFuture<Boolean> room = awaitRoom();
        backlog.stop();
        assertThat(room.get(10, TimeUnit.SECONDS)).isFalse();
    }

    /** Completes with what a reader is told that waits already when this returns. */
    private CompletableFuture<Boolean> awaitRoom() {
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                told.complete(backlog.awaitRoom(Duration.ofHours(1)));
            } catch (InterruptedException interrupted) {
                told.completeExceptionally(interrupted);
            }
        });
        reader.setDaemon(true);
        reader.start();
        while (reader.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return told;
    }

    @Test
    void whatIsHeldBackOfSeveralPartitionsCountsToo() throws Exception {
        for (TopicPartition partition : List.of(ZERO, ONE)) {
            assertThat(backlog.hasRoom()).as("while %s is well", partition).isTrue();
            add(backlog, partition, 0, 111);
            assertThat(backlog.hasRoom()).isFalse();
            Claim ill = take(backlog);
            ill.delayed();
            backlog.hold(ill, Duration.ofHours(1));
        }
        assertThat(backlog.hasRoom()).isFalse();

        backlog.drop(List.of(ONE));

        assertThat(backlog.hasRoom()).isTrue();
    }

    @Test
    void revokingWaitsForTheHandlerAndHandsOutNothingMore() throws Exception {
        add(backlog, ZERO, 0, 3);
        Claim claim = take(backlog);
        CompletableFuture<Map<TopicPartition, OffsetAndMetadata>> revoked = CompletableFuture.supplyAsync(() -> {
            try {
                return backlog.revoke(Set.of(ZERO), Duration.ofSeconds(30));
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });
        Slice slice = claim.slices().get(0);
        while (!slice.revoked()) {
            Thread.onSpinWait();
        }
        assertThat(revoked).isNotDone();
        slice.advance();
        assertThat(slice.head()).isNull();
        backlog.release(claim);
        assertThat(revoked.join().get(ZERO).offset()).isEqualTo(1);
        assertThat(backlog.unhandled()).isZero();
        assertThat(backlog.positions()).isEmpty();
    }

    @Test
    void revokingGivesUpAtItsLimit() throws Exception {
        add(backlog, ZERO, 0, 3);
        Claim claim = take(backlog);
        claim.slices().get(0).advance();
        assertThat(backlog.revoke(Set.of(ZERO), Duration.ofMillis(10)).get(ZERO).offset())
                .isEqualTo(1);
        claim.slices().get(0).advance();
        backlog.release(claim);
        assertThat(backlog.positions()).isEmpty();
        assertThat(backlog.unhandled()).isZero();
    }

    @Test
    void revokingWaitsNoLongerThanACloseInTheMiddleOfItAllows() throws Exception {
        add(backlog, ZERO, 0, 3);
        Claim claim = take(backlog);
        AtomicBoolean closing = new AtomicBoolean();
        CompletableFuture<Map<TopicPartition, OffsetAndMetadata>> revoked = CompletableFuture.supplyAsync(() -> {
            try {
                return backlog.revoke(Set.of(ZERO), () -> closing.get() ? Duration.ZERO : Duration.ofHours(1));
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });
        while (!claim.slices().get(0).revoked()) {
            Thread.onSpinWait();
        }
        assertThat(revoked).isNotDone();
        closing.set(true);
        backlog.stop();
        assertThat(revoked.get(10, TimeUnit.SECONDS).get(ZERO).offset()).isZero();
    }

    @Test
    void revokingTakesPartsOutOfAHeldBatch() throws Exception {
        Backlog batches = new Backlog(10, 1_000, ClaimSize.batches(100));
        add(batches, ZERO, 0, 3);
        add(batches, ONE, 0, 4);
        Claim claim = take(batches);
        assertThat(claim.remaining()).isEqualTo(7);
        claim.delayed();
        batches.hold(claim, Duration.ofMillis(1));
        assertThat(batches.revoke(Set.of(ZERO), Duration.ofSeconds(1)).get(ZERO).offset())
                .isZero();
        Claim rest = take(batches);
        assertThat(rest.remaining()).isEqualTo(4);
        assertThat(rest.touches(ZERO)).isFalse();
    }

    @Test
    void aPartitionThatComesBackStartsAfresh() throws Exception {
        add(backlog, ZERO, 0, 3);
        Claim stale = take(backlog);
        backlog.drop(Set.of(ZERO));
        add(backlog, ZERO, 1, 2);
        stale.slices().get(0).advance();
        backlog.release(stale);
        assertThat(backlog.positions().get(ZERO).offset()).isEqualTo(1);
        assertThat(offsets(take(backlog))).containsExactly(1L, 2L);
    }

    @Test
    void aFailedBatchComesAgainOneByOneAndOthersTogether() throws Exception {
        Backlog batches = new Backlog(10, 1_000, ClaimSize.batches(3));
        add(batches, ZERO, 0, 5);
        Claim claim = take(batches);
        batches.releaseSingly(claim);
        List<List<Long>> claims = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Claim next = take(batches);
            claims.add(offsets(next));
            next.slices().get(0).advance(next.remaining());
            batches.release(next);
        }
        assertThat(claims).containsExactly(List.of(0L), List.of(1L), List.of(2L), List.of(3L, 4L));
    }

    @Test
    void onceStoppedItHandsOutNothing() throws Exception {
        add(backlog, ZERO, 0, 1);
        backlog.stop();
        assertThat(backlog.take()).isNull();
    }

    private static Claim take(Backlog from) throws InterruptedException {
        return Objects.requireNonNull(from.take());
    }

    private static void add(Backlog to, TopicPartition partition, long from, int count) {
        to.add(partition, records(partition, from, count), null);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(TopicPartition partition, long from, int count) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (long offset = from; offset < from + count; offset++) {
            records.add(record(partition, offset, 1));
        }
        return records;
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset, int bytes) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                0,
                org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                0,
                bytes,
                null,
                new byte[bytes],
                new org.apache.kafka.common.header.internals.RecordHeaders(),
                java.util.Optional.empty());
    }

    private static List<Long> offsets(Claim claim) {
        return claim.slices().stream()
                .flatMap(slice -> slice.rest().stream())
                .map(ConsumerRecord::offset)
                .toList();
    }
}
