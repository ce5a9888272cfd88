package org.openbankmark.topology.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
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
        assertThat(valuesOf("String", HOSTILE.stream().map(Escaping::literal).toList()))
                .isEqualTo(HOSTILE);
    }

    @Test
    void charLiteralIsTheCharacter() throws ReflectiveOperationException {
        List<Character> characters =
                "'\"\\\n\r\t\u0000\u2028a漢".chars().mapToObj(c -> (char) c).toList();
        assertThat(valuesOf("char", characters.stream().map(Escaping::literal).toList()))
                .isEqualTo(characters);
    }

    @Test
    void textBlockIsTheTextAtAnyWidth() throws ReflectiveOperationException {
        List<String> texts = new ArrayList<>();
        List<String> blocks = new ArrayList<>();
        for (String text : HOSTILE) {
            texts.add(text + "\n" + text);
            blocks.add(textBlock(text + "\n" + text, 120));
        }
        Random random = new Random(7);
        String alphabet = "\"\\ ,\nab\u00fc\t{";
        for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(80); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            texts.add(text.toString());
            blocks.add(textBlock(text.toString(), 20 + random.nextInt(30)));
        }
        assertThat(valuesOf("String", blocks)).isEqualTo(texts);
    }

    @Test
    void textTooLongForAConstantIsGivenInParts() throws ReflectiveOperationException {
        String text = "漢字\uD83D\uDE00x".repeat(30_000);
        List<String> parts = Escaping.parts(text);
        assertThat(String.join("", parts)).isEqualTo(text);
        assertThat(parts.size()).isGreaterThan(4);
        String literals =
                String.join(", ", parts.stream().map(Escaping::literal).toList());
        assertThat(valuesOf("String", List.of("String.join(\"\", " + literals + ")")))
                .containsExactly(text);
        assertThat(parts).noneMatch(part -> Character.isHighSurrogate(part.charAt(part.length() - 1)));
    }

    @Test
    void javadocAndCommentsHoldNothingThatRuns() throws ReflectiveOperationException {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            String text = HOSTILE.get(i);
            JavaWriter out = new JavaWriter(JavaType.ClassName.of("p", "C" + i), Set.of());
            out.head(text);
            out.javadoc(Javadoc.of("Own words.").text(text).param("x", text).deprecated(text));
            out.line("@Deprecated").open("public class C" + i + " {");
            out.javadoc(new Javadoc().text(text));
            out.line("public static final int VALUE = 1;").close();
            sources.put("p/C" + i + ".java", out.toSource());
        }
        ClassLoader classes = InMemoryJavac.strict().compile(sources);
        for (int i = 0; i < HOSTILE.size(); i++) {
            Class<?> type = classes.loadClass("p.C" + i);
            assertThat(type.getDeclaredFields()).as(HOSTILE.get(i)).hasSize(1);
            assertThat(type.getDeclaredMethods()).as(HOSTILE.get(i)).isEmpty();
        }
    }

    private static String textBlock(String text, int width) {
        StringBuilder source = new StringBuilder();
        TextBlock.lines(text, width).forEach(line -> source.append(line.isEmpty() ? "" : "        ")
                .append(line)
                .append('\n'));
        return source.toString();
    }

    /** What the expressions are once they are compiled. */
    private static List<Object> valuesOf(String type, List<String> expressions) throws ReflectiveOperationException {
        StringBuilder source = new StringBuilder("package p;\npublic class C {\n");
        for (int i = 0; i < expressions.size(); i++) {
            source.append("public static final ")
                    .append(type)
                    .append(" VALUE")
                    .append(i)
                    .append(" = ");
            source.append(expressions.get(i)).append(";\n");
        }
        Class<?> compiled = InMemoryJavac.strict()
                .compile(Map.of("p/C.java", source.append("}").toString()))
                .loadClass("p.C");
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            values.add(compiled.getField("VALUE" + i).get(null));
        }
        return values;
    }
}
