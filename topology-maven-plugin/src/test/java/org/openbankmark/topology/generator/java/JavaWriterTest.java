package org.openbankmark.topology.generator.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.java.JavaType.ClassName;

class JavaWriterTest {
    private static final ClassName LIST = ClassName.of("java.util", "List");
    private static final ClassName STRING = ClassName.of("java.lang", "String");

    @Test
    void importsWhatIsNamedAndWritesOutWhatClashes() {
        JavaWriter out = new JavaWriter(ClassName.of("p", "C"), Set.of("C", "String"));
        out.line("$T a; $T b; $T c;", LIST.with(STRING), ClassName.of("other", "List"), ClassName.of("p", "String"));
        assertThat(out.toSource()).isEqualTo("""
                package p;

                import java.lang.String;
                import java.util.List;

                List<String> a; other.List b; p.String c;
                """);
    }

    @Test
    void neverImportsTheNameOfTheFileOrOfItsNestedClasses() {
        JavaWriter out = new JavaWriter(ClassName.of("p", "List"), Set.of("List")).declare("Builder");
        out.line("$T a; $T b; $T c;", LIST, ClassName.of("q", "Builder"), ClassName.of("p", "List", "Builder"));
        assertThat(out.toSource()).endsWith("java.util.List a; q.Builder b; Builder c;\n");
    }

    @Test
    void putsTypeAnnotationsWhereJavaWantsThem() {
        JavaWriter out = new JavaWriter(ClassName.of("p", "C"), Set.of());
        ClassName entry = ClassName.of("java.util", "Map", "Entry");
        assertThat(out.name(new JavaType.Nullable(entry.with(STRING, new JavaType.Extends(STRING)))))
                .isEqualTo("Map.@Nullable Entry<String, ? extends String>");
        assertThat(out.name(new JavaType.Nullable(new JavaType.ArrayOf(JavaType.BYTE))))
                .isEqualTo("byte @Nullable []");
    }

    @Test
    void breaksListsThatAreTooLong() {
        JavaWriter out = new JavaWriter(ClassName.of("p", "C"), Set.of());
        out.list("f(", List.of("a".repeat(60), "b".repeat(50)), ",", ");");
        out.list("function(", List.of("a".repeat(55), "b".repeat(53)), ",", ");");
        out.list("f(", List.of("a".repeat(70), "b".repeat(70)), ",", ");");
        assertThat(out.toSource().lines())
                .containsExactly(
                        "package p;",
                        "",
                        "f(" + "a".repeat(60) + ", " + "b".repeat(50) + ");",
                        "function(",
                        "        " + "a".repeat(55) + ", " + "b".repeat(53) + ");",
                        "f(",
                        "        " + "a".repeat(70) + ",",
                        "        " + "b".repeat(70) + ");");
    }

    @Test
    void refusesATemplateThatDoesNotFitItsArguments() {
        JavaWriter out = new JavaWriter(ClassName.of("p", "C"), Set.of());
        assertThatThrownBy(() -> out.line("$L", 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> out.line("$X", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void breaksLongLinesOutsideOfTexts() {
        String text = "\"" + "a, b = (c). ".repeat(9) + "\"";
        assertThat(LongLines.split("String value = call(first, " + text + ").orElseThrow();", 80))
                .containsExactly(
                        "String value =", "        call(first,", "        " + text + ")", "        .orElseThrow();");
    }
}
