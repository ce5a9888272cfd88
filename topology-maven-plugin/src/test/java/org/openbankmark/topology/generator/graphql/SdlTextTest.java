package org.openbankmark.topology.generator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.ObjectTypeDefinition;
import graphql.parser.Parser;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of a user gets out of the place where it stands. */
class SdlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "\"",
                "\"\"\"",
                "\"\"\" type Evil { a: Int } \"\"\"",
                "\\",
                "\\\"\"\"",
                "\\u0022 type Evil",
                "ends with a quote\"",
                "ends with a backslash\\",
                "two\nlines \"\"\" type Evil { a: Int }",
                "two\nlines\\\"\"\"\"",
                "three\r\nlines\r\"\"\"\"\"\"",
                "\u0000\u0007\u2028\u202e # comment",
                "half \ud83d of a character",
                "whole \ud83d\ude00 character",
                "#\n#\n}"
            })
    void aDescriptionStaysADescription(String text) {
        SdlWriter out = new SdlWriter();
        out.doc(Optional.of(text))
                .open("type Good")
                .doc(Optional.of(text))
                .line("a: Int" + SdlWriter.deprecation(Optional.of(text)))
                .close();

        var document = Parser.parse(out.toString());

        assertThat(document.getDefinitions()).hasSize(1);
        ObjectTypeDefinition type =
                (ObjectTypeDefinition) document.getDefinitions().get(0);
        assertThat(type.getName()).isEqualTo("Good");
        assertThat(type.getFieldDefinitions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one \"\"\" two", "first \"\"\"\nsecond \\ third", "a\n\nb \"quoted\""})
    void aDescriptionOfPrintableTextIsReadAsItWasWritten(String text) {
        SdlWriter out = new SdlWriter();
        out.doc(Optional.of(text)).open("type Good").line("a: Int").close();

        ObjectTypeDefinition type = (ObjectTypeDefinition)
                Parser.parse(out.toString()).getDefinitions().get(0);

        assertThat(type.getDescription().getContent()).isEqualTo(text);
    }
}
