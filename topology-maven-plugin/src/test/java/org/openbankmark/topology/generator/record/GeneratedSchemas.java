package org.openbankmark.topology.generator.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.generator.testing.Generation;
import org.openbankmark.topology.generator.testing.InMemoryJavac;
import org.openbankmark.topology.generator.testing.SchemaModel;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** Random schemas, generated and compiled many at a time. */
final class GeneratedSchemas {
    private GeneratedSchemas() {}

    /** A schema, and the generated codec of its record. */
    record Generated(Schema schema, RecordCodec<SpecificRecord> codec) {}

    /** At least so many different schemas of records, those among them that lie within others. */
    static List<Generated> random(Random random, int count) {
        SchemaModel model = new SchemaModel();
        for (int i = 0; records(model).size() < count; i++) {
            model.record(RandomSchemas.record(random, "org.example.s" + i));
        }
        return compile(model);
    }

    /** The codecs of all records of the model, compiled with every warning an error. */
    static List<Generated> compile(SchemaModel model) {
        ClassLoader loader = InMemoryJavac.strict().compile(Generation.files(model, false));
        JavaNames names = Generation.names(model);
        List<Generated> generated = new ArrayList<>();
        for (RecordType record : records(model)) {
            generated.add(new Generated(
                    record.schema(), codec(loader, names.codec(record).qualifiedName())));
        }
        return generated;
    }

    private static List<RecordType> records(SchemaModel model) {
        return model.types().stream()
                .filter(RecordType.class::isInstance)
                .map(RecordType.class::cast)
                .toList();
    }

    /** The instance of a generated codec. */
    @SuppressWarnings("unchecked")
    static RecordCodec<SpecificRecord> codec(ClassLoader loader, String className) {
        try {
            return (RecordCodec<SpecificRecord>)
                    loader.loadClass(className).getField("INSTANCE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(className, e);
        }
    }
}
