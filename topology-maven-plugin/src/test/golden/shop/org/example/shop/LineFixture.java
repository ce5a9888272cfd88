package org.example.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** Makes {@link Line} records for tests. The same seed gives the same record. */
@Generated(value = "topology-maven-plugin", comments = "shop.yaml, records.Line")
@NullMarked
public final class LineFixture {
    private LineFixture() {}

    /** Always the same record. */
    public static Line create() {
        return create(0);
    }

    /** A record that depends on nothing but the seed. */
    public static Line create(long seed) {
        return create(new Random(seed), 3);
    }

    /** For fixtures of records that contain this one: below the depth nothing optional is given. */
    public static Line create(Random random, int depth) {
        Line.Builder builder = Line.newBuilder();
        builder.setArticle("article-" + random.nextInt(1_000));
        builder.setCount(random.nextInt(10_000));
        builder.setParts(makeParts(random, depth));
        return builder.build();
    }

    private static List<Line> makeParts(Random random, int depth) {
        List<Line> list = new ArrayList<>();
        for (int i = 0; depth > 0 && i < 2; i++) {
            list.add(LineFixture.create(random, depth - 1));
        }
        return list;
    }
}
