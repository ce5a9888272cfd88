package org.example.shop;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Makes {@link Order} records for tests. The same seed gives the same record. */
@Generated(value = "topology-maven-plugin", comments = "shop.yaml, records.Order")
@NullMarked
public final class OrderFixture {
    private OrderFixture() {}

    /** Always the same record. */
    public static Order create() {
        return create(0);
    }

    /** A record that depends on nothing but the seed. */
    public static Order create(long seed) {
        return create(new Random(seed), 3);
    }

    /** For fixtures of records that contain this one: below the depth nothing optional is given. */
    public static Order create(Random random, int depth) {
        Order.Builder builder = Order.newBuilder();
        builder.setId(new UUID(random.nextLong(), random.nextLong()));
        builder.setTotal(BigDecimal.valueOf(Math.floorMod(random.nextLong(), 1000000000000L), 2));
        builder.setPlaced(Instant.ofEpochSecond(random.nextInt(2_000_000_000)));
        builder.setShipped(makeShipped(random, depth));
        builder.setDay(LocalDate.ofEpochDay(random.nextInt(20_000)));
        builder.setAt(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
        builder.setExactly(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
        builder.setThere(LocalDateTime.ofInstant(Instant.ofEpochSecond(random.nextInt(2_000_000_000)), ZoneOffset.UTC));
        builder.setThereExactly(LocalDateTime.ofInstant(Instant.ofEpochSecond(random.nextInt(2_000_000_000)),
                ZoneOffset.UTC));
        builder.setState(State.at(random.nextInt(2)));
        builder.setChecksum(makeChecksum(random, depth));
        builder.setPhoto(ByteBuffer.wrap(("photo-" + random.nextInt(1_000)).getBytes(StandardCharsets.UTF_8)));
        builder.setGift(random.nextBoolean());
        builder.setWeight(random.nextFloat());
        builder.setDistance(random.nextDouble());
        builder.setLines(makeLines(random, depth));
        builder.setAddress(makeAddress(random, depth));
        builder.setLabels(makeLabels(random, depth));
        builder.setPayload(makePayload(random, depth));
        return builder.build();
    }

    private static @Nullable Instant makeShipped(Random random, int depth) {
        return switch (depth > 0 ? random.nextInt(2) : 0) {
            case 0 -> null;
            default -> Instant.ofEpochSecond(random.nextInt(2_000_000_000));
        };
    }

    private static Fixed4 makeChecksum(Random random, int depth) {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return new Fixed4(bytes);
    }

    private static List<Line> makeLines(Random random, int depth) {
        List<Line> list = new ArrayList<>();
        for (int i = 0; depth > 0 && i < 2; i++) {
            list.add(LineFixture.create(random, depth - 1));
        }
        return list;
    }

    private static @Nullable Address makeAddress(Random random, int depth) {
        return switch (depth > 0 ? random.nextInt(2) : 0) {
            case 0 -> null;
            default -> AddressFixture.create(random, depth - 1);
        };
    }

    private static Map<String, @Nullable String> makeLabels(Random random, int depth) {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        for (int i = 0; depth > 0 && i < 2; i++) {
            map.put("key-" + i, makeLabelsValue(random, depth));
        }
        return map;
    }

    private static Object makePayload(Random random, int depth) {
        return switch (depth > 0 ? random.nextInt(3) : 0) {
            case 0 -> "payload-" + random.nextInt(1_000);
            case 1 -> (long) random.nextInt(1_000_000);
            default -> LineFixture.create(random, depth - 1);
        };
    }

    private static @Nullable String makeLabelsValue(Random random, int depth) {
        return switch (depth > 0 ? random.nextInt(2) : 0) {
            case 0 -> null;
            default -> "labels-" + random.nextInt(1_000);
        };
    }
}
