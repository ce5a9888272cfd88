package org.openbankmark.topology.generator.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.testing.SchemaModel;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.RecordType;

/** Accessors are called as avro-compiler calls them, wherever its class would compile. */
class AvroAccessorNamesTest {
    private static final List<String> PARTS = List.of(
            "class",
            "Class",
            "schema",
            "class_schema",
            "classSchema",
            "_",
            "__",
            "a",
            "A",
            "b",
            "B",
            "_a",
            "_A",
            "a_",
            "new_balance",
            "newBalance",
            "NewBalance",
            "int",
            "Int",
            "null",
            "Builder",
            "builder",
            "message",
            "cause",
            "Message",
            "value",
            "x1",
            "X1",
            "_x1",
            "__X1",
            "record",
            "yield",
            "var",
            "Object",
            "URL",
            "uRL",
            "u_r_l",
            "specific_data",
            "SpecificData",
            "hash_code",
            "put",
            "get",
            "_class",
            "_schema");

    @Test
    void accessorsAreAvros() {
        Random random = new Random(11);
        int compared = 0;
        for (int i = 0; i < 4_000; i++) {
            Schema schema = schema(random, random.nextInt(4) == 0);
            List<String> avros = new ArrayList<>();
            for (Schema.Field field : schema.getFields()) {
                avros.add(SpecificCompiler.generateGetMethod(schema, field));
            }
            List<String> ours = ours(schema);
            assertThat(new HashSet<>(ours)).as(schema.toString()).hasSameSizeAs(ours);
            assertThat(ours).as(schema.toString()).doesNotContainAnyElementsOf(inherited(schema.isError()));
            if (new HashSet<>(avros).size() == avros.size()
                    && avros.stream().noneMatch(inherited(schema.isError())::contains)) {
                compared++;
                assertThat(ours).as(schema.toString()).isEqualTo(avros);
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    @Test
    void classesAreThoseThatAvroLoads() {
        for (String name : PARTS) {
            Schema schema = Schema.createRecord(name, null, "org.example.int.new", false, List.of());
            assertThat(ReservedWords.packageName("org.example.int.new") + "." + ReservedWords.type(name))
                    .isEqualTo(SpecificData.getClassName(schema));
        }
    }

    @Test
    void constantsAreThoseThatAvroLooksFor() {
        for (String symbol : PARTS) {
            assertThat(ReservedWords.constant(symbol)).isEqualTo(SpecificData.mangle(symbol));
        }
    }

    private static Schema schema(Random random, boolean error) {
        Set<String> names = new HashSet<>();
        List<Schema.Field> fields = new ArrayList<>();
        for (int count = 1 + random.nextInt(6); count > 0; count--) {
            String name = PARTS.get(random.nextInt(PARTS.size()));
            if (names.add(name)) {
                fields.add(new Schema.Field(name, Schema.create(Schema.Type.LONG)));
            }
        }
        return Schema.createRecord("R", null, "org.example", error, fields);
    }

    private static List<String> ours(Schema schema) {
        RecordType record = new SchemaModel().record(schema);
        FieldNames names = FieldNames.of(record, Set.of());
        return record.fields().stream()
                .map((Field field) -> names.of(field).getter())
                .toList();
    }

    private static Set<String> inherited(boolean error) {
        Set<String> names = new HashSet<>(Set.of("getClass", "getSchema", "getClassSchema", "getSpecificData"));
        if (error) {
            names.addAll(Set.of(
                    "getMessage", "getCause", "getValue", "getStackTrace", "getSuppressed", "getLocalizedMessage"));
        }
        return names;
    }
}
