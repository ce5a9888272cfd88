package org.openbankmark.topology.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openbankmark.topology.model.testing.Cases;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;

/** Good input gives exactly the schemas and topics that stand beside it. */
class GoodInputTest {

    @TestFactory
    Stream<DynamicTest> typesHaveTheSchemasBesideTheCase() {
        return each(file -> {
            String schemas = TopologyLoader.load(file, Optional.empty()).types().stream()
                    .map(type -> SchemaFormatter.format("json/pretty", type.schema()))
                    .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
            assertThat(schemas).isEqualTo(Cases.expected(Cases.beside(file, ".schemas.json"), schemas));
        });
    }

    @TestFactory
    Stream<DynamicTest> topicsAreAsBesideTheCase() {
        return each(file -> {
            String folder = file.getParent().toString().replace('\\', '/') + "/";
            String topics = TopologyLoader.load(file, Optional.empty()).topics().stream()
                    .map(Topic::toString)
                    .collect(Collectors.joining("\n", "", "\n"))
                    .replace(folder, "");
            assertThat(topics).isEqualTo(Cases.expected(Cases.beside(file, ".topics.txt"), topics));
        });
    }

    @TestFactory
    Stream<DynamicTest> schemasAreReadByAvroAndCarryNothingOfJava() {
        return each(file -> {
            for (NamedType type : TopologyLoader.load(file, Optional.empty()).types()) {
                String json = type.schema().toString();
                assertThat(json).doesNotContain("avro.java");
                assertThat(new Schema.Parser().parse(json)).isEqualTo(type.schema());
                if (type instanceof RecordType record) {
                    assertThat(record.fields()).allSatisfy(field -> {
                        assertThat(record.field(field.name())).contains(field);
                        assertThat(field.schemaField()).isSameAs(record.schema().getField(field.name()));
                        assertThat(field.type().schema().getType())
                                .isEqualTo(field.schemaField().schema().getType());
                    });
                }
            }
        });
    }

    private interface Check {
        void on(Path file) throws Exception;
    }

    private static Stream<DynamicTest> each(Check check) {
        return Cases.good().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check.on(file)));
    }
}
