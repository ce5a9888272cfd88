package org.openbankmark.topology.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.testing.InMemoryJavac;

/** What goes into source comes out as it went in, or harmless: each place is compiled and looked at. */
class EscapingTest {
    /** Each would break out of one of the places, were it not escaped. */
    private static final List<String> HOSTILE = List.of(
            "*/ static int broken; /*",
            "\\u002a\\u002f static int broken; /*",
            "\\u000a static int broken;",
            "\\\\u002a/ x",
            "{@code unclosed",
            "{@link java.lang.Runtime#exec}",
            "@deprecated @SuppressWarnings",
            "<script>&amp;</script>",
            "\"; static int broken; \"",
            "\\",
            "\\\"",
            "quote\"",
            "\"\"\"",
            "\\\"\"\"",
            "$T $L $S $$ #if",
            "\r\n \u2028 \u2029 \u0085 line\nbreaks\r",
            "\u202e right to left",
            "\u0000\u0007\u007f",
            "\uD800 half a pair \uDC00",
            "\uD83D\uDE00 a whole pair",
            "/",
            "*",
            "",
            "   spaces   ",
            "trailing backslash \\\n",
            "//\\u000d");

    @Test
    void stringLiteralIsTheText() throws ReflectiveOperationException {
        for (String text : HOSTILE) {
            assertThat(valueOf("public static final String VALUE = " + Escaping.literal(text) + ";"))
                    .isEqualTo(text);
        }
    }

    @Test
    void charLiteralIsTheCharacter() throws ReflectiveOperationException {
        for (char c : "'\"\\\n\r\t\u0000\u2028a漢".toCharArray()) {
            assertThat(valueOf("public static final char VALUE = " + Escaping.literal(c) + ";"))
                    .isEqualTo(c);
        }
    }

    @Test
    void textBlockIsTheTextAtAnyWidth() throws ReflectiveOperationException {
        for (String text : HOSTILE) {
            assertThat(textBlock(text + "\n" + text, 120)).isEqualTo(text + "\n" + text);
        }
        Random random = new Random(7);
        String alphabet = "\"\\ ,\nab\u00fc\t{";
        for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(80); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(textBlock(text.toString(), 20 + random.nextInt(30))).isEqualTo(text.toString());
        }
    }

    @Test
    void textTooLongForAConstantIsGivenInParts() throws ReflectiveOperationException {
        String text = "漢字\uD83D\uDE00x".repeat(30_000);
        List<String> parts = Escaping.parts(text);
        assertThat(String.join("", parts)).isEqualTo(text);
        assertThat(parts.size()).isGreaterThan(4);
        String literals =
                String.join(", ", parts.stream().map(Escaping::literal).toList());
        assertThat(valueOf("public static final String VALUE = String.join(\"\", " + literals + ");"))
                .isEqualTo(text);
        assertThat(parts).noneMatch(part -> Character.isHighSurrogate(part.charAt(part.length() - 1)));
    }

    @Test
    void javadocAndCommentsHoldNothingThatRuns() throws ReflectiveOperationException {
        for (String text : HOSTILE) {
            JavaWriter out = new JavaWriter(JavaType.ClassName.of("p", "C"), java.util.Set.of());
            out.head(text);
            out.javadoc(Javadoc.of("Own words.").text(text).param("x", text).deprecated(text));
            out.line("@Deprecated").open("public class C {");
            out.javadoc(new Javadoc().text(text));
            out.line("public static final int VALUE = 1;").close();
            Class<?> type = compile(out.toSource());
            assertThat(type.getDeclaredFields()).as(text).hasSize(1);
            assertThat(type.getDeclaredMethods()).as(text).isEmpty();
        }
    }

    private static Object textBlock(String text, int width) throws ReflectiveOperationException {
        StringBuilder source = new StringBuilder("public static final String VALUE = ");
        TextBlock.lines(text, width).forEach(line -> source.append(line.isEmpty() ? "" : "        ")
                .append(line)
                .append('\n'));
        return valueOf(source + ";");
    }

    private static Object valueOf(String declaration) throws ReflectiveOperationException {
        return compile("package p;\npublic class C { " + declaration + " }")
                .getField("VALUE")
                .get(null);
    }

    private static Class<?> compile(String source) throws ClassNotFoundException {
        return InMemoryJavac.strict().compile(Map.of("p/C.java", source)).loadClass("p.C");
    }
}
