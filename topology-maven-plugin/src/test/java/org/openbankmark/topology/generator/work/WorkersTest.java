package org.openbankmark.topology.generator.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One thing is done to many items at once, and it looks as if it were done to one after the other. */
class WorkersTest {
    private static final List<Integer> ITEMS = IntStream.range(0, 2_000).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheItems() throws IOException {
        try (Workers workers = Workers.ofThisMachine()) {
            assertThat(workers.map(ITEMS, item -> item * 2))
                    .isEqualTo(ITEMS.stream().map(item -> item * 2).toList());
            assertThat(workers.map(List.of(), item -> item)).isEmpty();
        }
    }

    @Test
    void theFirstOfSeveralFailuresIsTold() {
        try (Workers workers = Workers.ofThisMachine()) {
            for (int run = 0; run < 50; run++) {
                assertThatThrownBy(() -> workers.map(ITEMS, WorkersTest::failFromThousandOn))
                        .isInstanceOf(IOException.class)
                        .hasMessage("item 1000");
            }
        }
    }

    private static int failFromThousandOn(int item) throws IOException {
        if (item >= 1_000) {
            throw new IOException("item " + item);
        }
        return item;
    }

    @Test
    void whatWasBegunIsThereWhenItIsAskedForHoweverMuchIsBegun() throws IOException {
        try (Workers workers = Workers.ofThisMachine()) {
            List<Begun<Integer>> begun = ITEMS.stream()
                    .map(item -> workers.begin(item, WorkersTest::failFromThousandOn))
                    .toList();
            for (int item = 0; item < 1_000; item++) {
                assertThat(begun.get(item).get()).isEqualTo(item);
            }
            assertThatThrownBy(begun.get(1_500)::get)
                    .isInstanceOf(IOException.class)
                    .hasMessage("item 1500");
        }
    }

    @Test
    void itsThreadsSeeTheClassesOfTheirMaker() throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader own = new ClassLoader(before) {};
        Thread.currentThread().setContextClassLoader(own);
        try (Workers workers = Workers.ofThisMachine()) {
            Set<ClassLoader> seen = ConcurrentHashMap.newKeySet();
            workers.map(ITEMS, item -> seen.add(Thread.currentThread().getContextClassLoader()));
            assertThat(seen).containsExactly(own);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
