package org.openbankmark.topology.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.testing.Cases;

/** What is read without snakeyaml is what snakeyaml reads: each value, at its place. */
class PlainYamlTest {
    private static final Path BANK = Path.of("../bank-topology/src/main/topology/topology.yaml");

    private static final int ROUNDS = Integer.getInteger("plain.rounds", 30_000);

    /** What mistakes and rarer parts of YAML are made of. */
    private static final List<String> PIECES = List.of(
            ":",
            ": ",
            " ",
            "  ",
            "\n",
            "\n  ",
            "#",
            " # said",
            "- ",
            "? ",
            "?",
            "{",
            "}",
            "[",
            "]",
            ",",
            ", ",
            "\"",
            "'",
            "|",
            "|\n",
            "|-\n",
            ">\n",
            "&a ",
            "*a",
            "!t ",
            "<<: ",
            "%",
            "@",
            "`",
            "\\",
            "\\n",
            "\t",
            "\r",
            "---\n",
            "...\n",
            "~",
            "null",
            "-1",
            "-",
            ".",
            "(",
            ")",
            "a",
            "key: ",
            "\nkey: value",
            "\n- item",
            "\n  \n",
            "\n    # heading\n",
            "|\n      text\n  \n      # heading\n",
            "\n...\n",
            "{ a: b }",
            "[a, b]",
            "é",
            "\u3000",
            "\u2028",
            "\u0085",
            "\u00a0",
            "\ufeff",
            "\ue03f",
            "\ud83d\ude00",
            "''",
            "\"\"",
            "=",
            "<",
            "a: b: c");

    static Stream<Path> files() {
        return Stream.concat(Stream.of(BANK), Stream.concat(Cases.good().stream(), Cases.bad().stream()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsReadIsReadAsSnakeyamlReadsIt(Path file) throws IOException {
        compare(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHandsOrChanceMakeOfAFileIsReadAsSnakeyamlReadsItOrNotAtAll(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (Path file : files().toList()) {
            String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            if (text.length() < 5_000) {
                texts.add(text);
            }
        }
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
            for (int edit = random.nextInt(3); edit >= 0; edit--) {
                edit(text, random);
            }
            read += compare(text.toString()) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(ROUNDS / 10);
    }

    private static void edit(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(5)) {
            case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
            case 1 -> {
                int line = text.indexOf("\n", at) + 1;
                int end = text.indexOf("\n", line) + 1;
                text.insert(random.nextInt(text.length() + 1), text.substring(line, Math.max(line, end)));
            }
            case 2 -> text.insert(text.indexOf("\n", at) + 1, " ".repeat(random.nextInt(5)));
            default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        }
    }

    @Test
    void filesAsTheyMostlyAreWrittenAreRead() throws IOException {
        assertThat(compare(Files.readString(BANK))).isTrue();
        assertThat(compare("""
                # The shop.
                topology: shop   # its name
                doc: |
                  Sells things.

                  And more.
                records:

                  Order:
                    doc: What was asked for (once).
                    fields:
                      note: string?
                      tags: { type: "string[]", doc: 'it''s so' }
                  Line: { amount: "decimal(12,2)", of: Order?, count: -1 }
                topics:
                  orders:
                    { partitions: 9, type: Order,
                      replies: [yes, no] }
                services:
                  desk:
                    consumes:
                    - orders
                    - returns # too
                """.replace("it''s so", "so"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A line of spaces, and what looks like a comment, within a text.
                "a:\n  doc: |\n    text\n  \n    # heading\n  b: c\n",
                "a:\n  doc: |\n    text\n      \n    # heading\n  b: c\n",
                "doc: |\n  text\n \n# comment\nb: c\n",
                "doc: |\n  text\n# comment\n  # more\nb: c\n",
                "doc: |\n  text\n\n\nb: c\n",
                // A document's end within brackets.
                "k: [a,\n...\n]\n",
                "k: {x:\n...\n}\n",
                "k: [a,\n---\n]\n",
                "k: [a,\n.5\n]\n",
                "k: [.5, 'it''s', \"q\"]\n",
                "k: [a, ]\n",
                "k: {a: b, }\n",
                "k: {a:b}\n",
                "k: [,]\n",
                "k: 'a' # said\n",
                "k: 'a'# said\n",
                "k: a# not said\n",
                "1.5: x\ny: n\n",
            })
    void trapsAreReadAsSnakeyamlReadsThemOrNotAtAll(String text) {
        compare(text);
    }

    /** Whether the text was read; then it was read alike. */
    private static boolean compare(String text) {
        Source source = new Source("topology.yaml", Path.of("topology.yaml"), text);
        Optional<YamlNode> plain = PlainYaml.read(source);
        if (plain.isEmpty()) {
            return false;
        }
        ProblemCollector problems = ProblemCollector.create();
        Optional<YamlNode> known = YamlReader.readAny(source, problems);
        assertThat(problems.count()).as(text).isZero();
        // The text of a mapping has the order of its entries, too.
        assertThat(plain.toString()).as(text).isEqualTo(known.toString());
        assertThat(plain).as(text).isEqualTo(known);
        return true;
    }
}
