package org.openbankmark.topology.runtime.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.serde.UnreadableRecordException;

class TailDecodingTest {
    private final List<String> told = new ArrayList<>();
    private boolean registryAway;
    private final TailDecoding<String> decoding = new TailDecoding<>(this::decode, new TailHandler<>() {
        @Override
        public void received(Received<String> record) {
            told.add(record.value());
        }

        @Override
        public void missed(Throwable cause) {
            told.add("missed");
        }

        @Override
        public void failed(Throwable cause) {
            told.add("failed");
        }
    });

    @Test
    void aRecordThatCannotBeReadIsToldAndTheNextOnesAreRead() {
        read(0, "a", "unreadable", "b");

        assertThat(told).containsExactly("a", "missed", "b");
    }

    @Test
    void whileTheRegistryIsAwayAPartitionWaitsInItsOrderAndOthersGoOn() {
        registryAway = true;
        read(0, "new-1", "old-1", "new-2");
        read(1, "old-2");
        assertThat(told).containsExactly("old-2");

        decoding.polled();
        assertThat(told).containsExactly("old-2");

        registryAway = false;
        decoding.polled();
        read(0, "old-3");
        assertThat(told).containsExactly("old-2", "new-1", "old-1", "new-2", "old-3");
    }

    @Test
    void whatWaitsIsBoundedInNumberAndWhatIsDroppedIsTold() {
        registryAway = true;
        for (int i = 0; i < 10_001; i++) {
            read(i % 9, "new");
        }
        assertThat(told).containsExactly("missed");

        registryAway = false;
        read(0, "a");
        assertThat(told).containsExactly("missed", "a");
    }

    @Test
    void whatWaitsIsBoundedInBytes() {
        registryAway = true;
        String large = "new" + "x".repeat(1 << 20);
        for (int i = 0; i < 16; i++) {
            read(0, large);
        }

        assertThat(told).containsExactly("missed");
    }

    private void read(int partition, String... values) {
        for (String value : values) {
            decoding.received(new ConsumerRecord<>(
                    "t",
                    partition,
                    0,
                    0,
                    TimestampType.CREATE_TIME,
                    -1,
                    value.length(),
                    null,
                    value.getBytes(StandardCharsets.UTF_8),
                    new RecordHeaders(),
                    Optional.empty()));
        }
    }

    private Received<String> decode(ConsumerRecord<byte[], byte[]> raw) {
        String value = new String(raw.value(), StandardCharsets.UTF_8);
        if (value.equals("unreadable")) {
            throw new UnreadableRecordException("unreadable", null);
        } else if (registryAway && value.startsWith("new")) {
            throw new IllegalStateException("the registry is away");
        }
        return new Received<>(value, null, "t", raw.partition(), raw.offset(), Instant.EPOCH, raw.headers());
    }
}
