package org.openbankmark.topology.generator.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What differs has another digest. */
class DigestTest {
    @Test
    void theSamePartsGiveTheSameDigestAndTheSameTextInOtherPartsAnother() {
        assertThat(new Digest().add("ab").add("c").hex())
                .isEqualTo(new Digest().add("ab").add("c").hex())
                .matches("[0-9a-f]{16}")
                .isNotEqualTo(new Digest().add("a").add("bc").hex())
                .isNotEqualTo(new Digest().add("abc").hex())
                .isNotEqualTo(new Digest().add("ab").add("c").add("").hex());
    }

    @Test
    void noTwoOfManySmallEditsOfAFileAreTakenForOne() {
        Random random = new Random(1);
        byte[] file = "private final java.lang.String name; // 17\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        Map<String, String> seen = new HashMap<>();
        for (int edit = 0; edit < 200_000; edit++) {
            int at = random.nextInt(file.length - 1);
            // As hands do: other digits, letters that change places, the same word in another line.
            switch (random.nextInt(3)) {
                case 0 -> file[at] = (byte) ('0' + random.nextInt(10));
                case 1 -> {
                    byte first = file[at];
                    file[at] = file[at + 1];
                    file[at + 1] = first;
                }
                default ->
                    System.arraycopy(file, random.nextInt(file.length - 8), file, Math.min(at, file.length - 8), 8);
            }
            if (edit % 10 == 0) {
                String text = new String(file, StandardCharsets.UTF_8);
                String other = seen.put(Digest.of(file), text);
                assertThat(other == null || other.equals(text)).isTrue();
            }
        }
    }
}
