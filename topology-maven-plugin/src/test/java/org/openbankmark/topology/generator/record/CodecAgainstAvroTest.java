package org.openbankmark.topology.generator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.record.GeneratedSchemas.Generated;
import org.openbankmark.topology.generator.testing.Generation;
import org.openbankmark.topology.generator.testing.InMemoryJavac;
import org.openbankmark.topology.generator.testing.SchemaModel;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;

/**
 * Generated codecs against Avro itself, on random records of random schemas.
 *
 * <p>{@code -Dcodec.schemas=N} sets how many schemas, {@code -Dcodec.seed=N} repeats a run.
 */
class CodecAgainstAvroTest {
    private static final int SCHEMAS = Integer.getInteger("codec.schemas", 500);
    private static final int SCHEMAS_PER_COMPILATION = 500;
    private static final int RECORDS_PER_SCHEMA = 10;
    private static final long SEED = Long.getLong("codec.seed", 20_261_123L);

    @Test
    void generatedCodecsWriteAvrosBytesAndReadThemBack() throws IOException {
        int done = 0;
        for (int batch = 0; done < SCHEMAS; batch++) {
            Random random = new Random(SEED + batch);
            for (Generated generated :
                    GeneratedSchemas.random(random, Math.min(SCHEMAS_PER_COMPILATION, SCHEMAS - done))) {
                for (int i = 0; i < RECORDS_PER_SCHEMA; i++) {
                    check(generated, new RandomData(random).record(generated.schema(), 0));
                }
                done++;
            }
        }
        System.out.println(done + " schemas, " + done * RECORDS_PER_SCHEMA + " records, -Dcodec.seed=" + SEED);
    }

    @Test
    void packagesNamedAsTheVariablesOfGeneratedCodeAreFound() throws IOException {
        SchemaModel model = new SchemaModel();
        Schema.Parser parser = new Schema.Parser();
        StringBuilder fields = new StringBuilder();
        for (String space : List.of(
                "in.co.ship",
                "in.co.bill",
                "out.ship",
                "record.ship",
                "value.ship",
                "item.ship",
                "entry.ship",
                "branch1.ship",
                "n.ship",
                "i.ship",
                "list.ship",
                "map.ship",
                "random.ship",
                "depth.ship",
                "builder.ship")) {
            model.record(parser.parse("""
                    {"type":"record","name":"Address","namespace":"SPACE","fields":[
                      {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["A"]}},
                      {"name":"in","type":"string"}]}""".replace("SPACE", space)));
            for (String name : List.of("Address", "Kind")) {
                // The second type of a simple name is written in full.
                fields.append("""
                        {"name":"STEM","type":"TYPE"},
                        {"name":"STEM_list","type":{"type":"array","items":["null","TYPE"]}},
                        {"name":"STEM_map","type":{"type":"map","values":["string","TYPE"]}},
                        """.replace("STEM", (space + "." + name).replace('.', '_'))
                        .replace("TYPE", space + "." + name));
            }
        }
        model.record(parser.parse("{\"type\":\"record\",\"name\":\"Order\",\"namespace\":\"in.co\",\"fields\":["
                + fields + "{\"name\":\"in\",\"type\":\"int\"}]}"));
        Random random = new Random(SEED);

        InMemoryJavac.strict().compile(Generation.files(model));
        for (Generated generated : GeneratedSchemas.compile(model)) {
            check(generated, new RandomData(random).record(generated.schema(), 0));
        }
    }

    private static void check(Generated generated, GenericData.Record generic) throws IOException {
        String about = "seed " + SEED + ", " + generated.schema();
        byte[] bytes = AvroBytes.generic(generic);
        SpecificRecord read = generated.codec().read(new AvroReader(bytes));
        SpecificRecord byAvro = AvroBytes.read(bytes, generated.schema(), generated.codec());
        AvroWriter out = new AvroWriter();
        generated.codec().write(byAvro, out);
        // Avro reads maps into hash maps, and so writes their entries in another order than it read them.
        assertThat(out.toByteArray()).as(about).isEqualTo(AvroBytes.specific(byAvro));
        out.reset();
        generated.codec().write(read, out);
        assertThat(out.toByteArray()).as(about).isEqualTo(bytes);
        assertThat(AvroBytes.specific(read)).as(about).isEqualTo(bytes);
        assertThat(read).as(about).isEqualTo(byAvro).hasSameHashCodeAs(byAvro);
    }
}
