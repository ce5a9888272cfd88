package org.openbankmark.topology.generator.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.testing.Generation;
import org.openbankmark.topology.generator.testing.InMemoryJavac;
import org.openbankmark.topology.generator.testing.SchemaModel;
import org.openbankmark.topology.generator.testing.UserCode;

/** What generated errors, the records that are exceptions, promise to those who use them. */
class ErrorBehaviourTest {
    private static final String READ_AGAIN = """
            Failed first = Failed.newBuilder().setDetails(Map.of("k", "v")).setPaid(new java.math.BigDecimal("12.50"))
                    .setCode(1).build();
            AvroWriter out = new AvroWriter();
            FailedCodec.INSTANCE.write(first, out);
            Failed again = FailedCodec.INSTANCE.read(new AvroReader(out.toByteArray()));
            """;

    @Test
    void errorsAreExceptions() throws Exception {
        SchemaModel model = new SchemaModel();
        model.record("""
                {"type":"error","name":"Refused","namespace":"p","fields":[
                  {"name":"message","type":"string"},{"name":"value","type":"long"},{"name":"cause","type":"string"}]}""");
        assertThat(UserCode.run(model, "p", """
                try {
                    throw Refused.newBuilder().setMessage$("no").setValue$1(5).setCause$("c").setValue("v").build();
                } catch (Refused e) {
                    AvroWriter out = new AvroWriter();
                    RefusedCodec.INSTANCE.write(e, out);
                    Refused read = RefusedCodec.INSTANCE.read(new AvroReader(out.toByteArray()));
                    return read.getMessage$() + read.getValue$1() + read.getCause$() + e.getValue() + read;
                }""")).isEqualTo("no5cvRefused[message=no, value=5, cause=c]");
    }

    @Test
    void errorsAreEqualByTheirFieldsAsRecordsAre() throws Exception {
        assertThat(failed(READ_AGAIN + """
                Failed other = Failed.newBuilder(again).setDetails(Map.of("k", "w")).build();
                return first.equals(again) + " " + first.equals(other);""")).isEqualTo("true false");
    }

    @Test
    void equalErrorsHaveEqualHashCodes() throws Exception {
        assertThat(failed(READ_AGAIN + "return first.hashCode() == again.hashCode();"))
                .isEqualTo(true);
    }

    @Test
    void aBuilderMadeFromAnErrorKeepsItsValueAndCause() throws Exception {
        assertThat(failed("""
                Failed a = Failed.newBuilder().setDetails(Map.of()).setCode(1)
                        .setValue("why").setCause(new IOException("deeper")).build();
                Failed b = Failed.newBuilder(a).setCode(5).build();
                return b.getCode() + " " + b.getValue() + " " + b.getMessage() + " " + b.getCause().getMessage();""")).isEqualTo("5 why why deeper");
    }

    @Test
    void aBuilderMadeFromAnErrorsBuilderFillsInTheSchemasDefaults() throws Exception {
        assertThat(failed("""
                Failed.Builder builder = Failed.newBuilder().setDetails(Map.of()).setCode(1).setValue("why");
                Failed copied = Failed.newBuilder(builder).build();
                return copied.getPrice() + " " + copied.getPaid() + " " + copied.getValue();""")).isEqualTo("0.01 null why");
    }

    private static Object failed(String body) throws Exception {
        SchemaModel model = new SchemaModel();
        model.record("""
                {"type":"error","name":"Failed","namespace":"p","fields":[
                  {"name":"details","type":{"type":"map","values":"string"}},
                  {"name":"paid","type":["null",{"type":"bytes","logicalType":"decimal","precision":6,"scale":2}],"default":null},
                  {"name":"price","type":{"type":"bytes","logicalType":"decimal","precision":6,"scale":2},"default":"\\u0001"},
                  {"name":"code","type":"int"}]}""");
        InMemoryJavac.strict().compile(Generation.files(model));
        return UserCode.run(model, "p", body);
    }
}
