package org.example.old.int$;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.example.people.OwnerFixture;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Makes {@link Legacy} records for tests. The same seed gives the same record. */
@Generated(value = "topology-maven-plugin", comments = "avro/legacy.avsc, org.example.old.int.Legacy")
@NullMarked
public final class LegacyFixture {
    private LegacyFixture() {}

    /** Always the same record. */
    public static Legacy create() {
        return create(0);
    }

    /** A record that depends on nothing but the seed. */
    public static Legacy create(long seed) {
        return create(new Random(seed), 3);
    }

    /** For fixtures of records that contain this one: below the depth nothing optional is given. */
    public static Legacy create(Random random, int depth) {
        Legacy.Builder builder = Legacy.newBuilder();
        builder.setKey(new UUID(random.nextLong(), random.nextLong()));
        builder.setPrice(BigDecimal.valueOf(Math.floorMod(random.nextLong(), 100000000000000000L), 4));
        builder.setKind(Kind.at(random.nextInt(2)));
        builder.setHistory(makeHistory(random, depth));
        builder.setOwner(OwnerFixture.create(random, depth - 1));
        return builder.build();
    }

    private static List<@Nullable Object> makeHistory(Random random, int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; depth > 0 && i < 2; i++) {
            list.add(makeHistoryItem(random, depth));
        }
        return list;
    }

    private static @Nullable Object makeHistoryItem(Random random, int depth) {
        return switch (depth > 0 ? random.nextInt(3) : 0) {
            case 0 -> null;
            case 1 -> (long) random.nextInt(1_000_000);
            default -> makeHistoryItemBranch2(random, depth);
        };
    }

    private static Map<String, Double> makeHistoryItemBranch2(Random random, int depth) {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int i = 0; depth > 0 && i < 2; i++) {
            map.put("key-" + i, random.nextDouble());
        }
        return map;
    }
}
