package org.openbankmark.topology.generator.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.avro.AvroMissingFieldException;
import org.apache.avro.AvroRuntimeException;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.testing.Generation;
import org.openbankmark.topology.generator.testing.InMemoryJavac;
import org.openbankmark.topology.generator.testing.SchemaModel;
import org.openbankmark.topology.generator.testing.UserCode;

/** What generated records promise to those who use them. */
class RecordBehaviourTest {
    private static final String ORDER = """
            {"type":"record","name":"Order","namespace":"p","fields":[
              {"name":"id","type":"string"},
              {"name":"token","type":"string","default":"none","secret":true},
              {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"},"default":7},
              {"name":"price","type":{"type":"bytes","logicalType":"decimal","precision":6,"scale":2},"default":"\\u0001"},
              {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[
                {"name":"article","type":"string"},{"name":"pin","type":"int","secret":true}]}},"default":[]},
              {"name":"labels","type":{"type":"map","values":"string"},"default":{"k":"v"}},
              {"name":"any","type":["null","long","string",{"type":"array","items":"int"}],"default":null},
              {"name":"first","type":["null","Line"],"default":null}]}""";

    @Test
    void toStringShowsNoSecretHoweverDeep() throws Exception {
        assertThat(order("""
                Line line = new Line("book", 4711);
                return new Order("1", "hush", Instant.EPOCH, java.math.BigDecimal.ONE.setScale(2), List.of(line),
                        Map.of(), null, line).toString();"""))
                .isEqualTo("Order[id=1, token=***, at=1970-01-01T00:00:00Z, price=1.00, "
                        + "lines=[Line[article=book, pin=***]], labels={}, any=null, "
                        + "first=Line[article=book, pin=***]]");
    }

    @Test
    void builderFillsInTheSchemasDefaults() throws Exception {
        assertThat(order("""
                Order o = Order.newBuilder().setId("1").build();
                return o.getToken() + o.getAt().toEpochMilli() + o.getPrice() + o.getLines() + o.getLabels() + o.getAny();""")).isEqualTo("none70.01[]{k=v}null");
    }

    @Test
    void builderNamesAFieldThatIsMissing() {
        assertThatThrownBy(() -> order("return Order.newBuilder().build();"))
                .isInstanceOf(AvroMissingFieldException.class)
                .hasMessageContaining("id");
    }

    @Test
    void builderCopiesChangesAndNestsBuilders() throws Exception {
        assertThat(order("""
                Order.Builder b = Order.newBuilder().setId("1").setFirst(new Line("a", 1));
                b.getFirstBuilder().setArticle("b");
                Order o = Order.newBuilder(Order.newBuilder(b)).setId("2").build();
                Order again = Order.newBuilder(o).clearToken().build();
                return o.getId() + o.getFirst().getArticle() + o.equals(again) + (o.hashCode() == again.hashCode());""")).isEqualTo("2btruetrue");
    }

    @Test
    void nullIsRefusedWithTheFieldsName() {
        assertThatThrownBy(() -> order("return new Line(null, 1);"))
                .isInstanceOf(AvroRuntimeException.class)
                .hasMessageContaining("Line.article");
        assertThatThrownBy(() -> order("return Order.newBuilder().setId(null);"))
                .isInstanceOf(AvroRuntimeException.class)
                .hasMessageContaining("id");
    }

    @Test
    void nullThatGotInAnotherWayIsNamedWhenWritten() {
        assertThatThrownBy(() -> order("LineCodec.INSTANCE.write(new Line(), new AvroWriter()); return 1;"))
                .isInstanceOf(AvroRuntimeException.class)
                .hasMessageContaining("Line.article");
        assertThatThrownBy(() -> order("""
                Order o = Order.newBuilder().setId("1").setLines(Arrays.asList(new Line("a", 1), null)).build();
                OrderCodec.INSTANCE.write(o, new AvroWriter());
                return 1;"""))
                .isInstanceOf(AvroRuntimeException.class)
                .hasMessageContaining("Order.lines[1]");
    }

    @Test
    void aValueOfNoBranchOfAUnionIsNamed() {
        assertThatThrownBy(() -> order("""
                Order o = Order.newBuilder().setId("1").setAny(new Date(0)).build();
                OrderCodec.INSTANCE.write(o, new AvroWriter());
                return 1;"""))
                .isInstanceOf(AvroRuntimeException.class)
                .hasMessageContaining("Order.any")
                .hasMessageContaining("java.util.Date");
    }

    @Test
    void stringsOfDefaultsStayStringsWhereTheSchemaNamesAClassForThem() throws Exception {
        SchemaModel model = new SchemaModel();
        model.record("""
                {"type":"record","name":"Prices","namespace":"p","fields":[
                  {"name":"one","type":{"type":"string","java-class":"java.math.BigDecimal"},"default":"1.50"},
                  {"name":"list","type":{"type":"array","items":{"type":"string","java-class":"java.math.BigDecimal"}},
                    "default":["2.50"]}]}""");
        assertThat(UserCode.run(model, "p", """
                Prices prices = Prices.newBuilder().build();
                String first = prices.getList().get(0);
                return prices.getOne() + " " + first;""")).isEqualTo("1.50 2.50");
    }

    @Test
    void recordsDoNotChangeFromOutside() throws Exception {
        assertThat(order("""
                List<Line> lines = new ArrayList<>(List.of(new Line("a", 1)));
                Order o = Order.newBuilder().setId("1").setLines(lines).build();
                lines.clear();
                try {
                    o.getLines().clear();
                    return "changed";
                } catch (UnsupportedOperationException e) {
                    return o.getLines().size();
                }""")).isEqualTo(1);
    }

    @Test
    void readingFromABufferOfARecordLeavesTheRecordAsItIs() throws Exception {
        SchemaModel model = new SchemaModel();
        model.record("""
                {"type":"record","name":"Scan","namespace":"p","fields":[
                  {"name":"image","type":"bytes"},{"name":"thumb","type":["null","bytes"]}]}""");
        assertThat(UserCode.run(model, "p", """
                java.nio.ByteBuffer given = java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3});
                Scan scan = new Scan(given, given);
                given.get();
                scan.getImage().get(new byte[3]);
                scan.getThumb().get(new byte[3]);
                AvroWriter out = new AvroWriter();
                ScanCodec.INSTANCE.write(scan, out);
                Scan read = ScanCodec.INSTANCE.read(new AvroReader(out.toByteArray()));
                read.getImage().get();
                String bytes = read.getImage().remaining() + " and " + read.getThumb().remaining();
                return bytes + ", " + read.equals(scan) + ", " + read.getImage().isReadOnly()
                        + ", " + new Scan(given, null).getThumb();""")).isEqualTo("3 and 3, true, true, null");
    }

    @Test
    void javaSerializationKeepsRecords() throws Exception {
        assertThat(order("""
                Order o = OrderFixture.create(3);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (ObjectOutputStream out = new ObjectOutputStream(bytes)) { out.writeObject(o); }
                ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
                    @Override protected Class<?> resolveClass(ObjectStreamClass c) throws ClassNotFoundException {
                        return Class.forName(c.getName(), false, Use.class.getClassLoader());
                    }
                };
                return o.equals(in.readObject());""")).isEqualTo(true);
    }

    @Test
    void fixturesAreTheSameForTheSameSeedAndGoThroughTheCodec() throws Exception {
        assertThat(order("""
                AvroWriter out = new AvroWriter();
                Set<Order> different = new HashSet<>();
                for (int seed = 0; seed < 20; seed++) {
                    out.reset();
                    OrderCodec.INSTANCE.write(OrderFixture.create(seed), out);
                    Order read = OrderCodec.INSTANCE.read(new AvroReader(out.toByteArray()));
                    if (!read.equals(OrderFixture.create(seed))) { return "differs"; }
                    different.add(read);
                }
                return different.size();""")).isEqualTo(20);
    }

    @Test
    void fixturesEndWhereOnlyOneBranchOfAUnionOfRecordsDoes() throws Exception {
        SchemaModel model = new SchemaModel();
        model.record("""
                {"type":"record","name":"Tree","namespace":"p","fields":[{"name":"root","type":[
                  {"type":"record","name":"Node","fields":[
                    {"name":"left","type":["Node",{"type":"record","name":"Leaf","fields":[{"name":"value","type":"int"}]}]},
                    {"name":"right","type":["Node","Leaf"]}]},
                  "Leaf"]}]}""");
        assertThat(UserCode.run(model, "p", "return TreeFixture.create(5).toString().contains(\"Leaf\");"))
                .isEqualTo(true);
    }

    @Test
    void fixturesOfRecordsThatContainThemselvesEnd() throws Exception {
        SchemaModel model = new SchemaModel();
        model.record("""
                {"type":"record","name":"Tree","namespace":"p","fields":[
                  {"name":"left","type":["null","Tree"]},{"name":"right","type":["Tree","null"]},
                  {"name":"more","type":{"type":"array","items":"Tree"}},
                  {"name":"named","type":{"type":"map","values":["Tree","string"]}}]}""");
        assertThat(UserCode.run(model, "p", "return TreeFixture.create(5).toString().length();"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.INTEGER)
                .isPositive();
    }

    @Test
    void aRecordNestedTooDeepIsRefusedInBothDirections() throws Exception {
        SchemaModel model = new SchemaModel();
        model.record("{\"type\":\"record\",\"name\":\"Node\",\"namespace\":\"p\",\"fields\":["
                + "{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}");
        assertThatThrownBy(() -> UserCode.run(model, "p", """
                Node node = new Node(null);
                for (int i = 0; i < 100_000; i++) { node = new Node(node); }
                NodeCodec.INSTANCE.write(node, new AvroWriter());
                return 1;""")).isInstanceOf(AvroRuntimeException.class);
        assertThatThrownBy(() -> UserCode.run(model, "p", """
                byte[] bytes = new byte[100_000];
                Arrays.fill(bytes, (byte) 2);
                return NodeCodec.INSTANCE.read(new AvroReader(bytes));""")).isInstanceOf(AvroRuntimeException.class);
    }

    @Test
    void decimalsHaveTheScaleOfTheSchemaSoThatEqualRecordsHaveEqualHashCodes() throws Exception {
        SchemaModel model = new SchemaModel();
        model.record("""
                {"type":"record","name":"Sum","namespace":"p","fields":[
                  {"name":"net","type":{"type":"bytes","logicalType":"decimal","precision":6,"scale":2}},
                  {"name":"tax","type":["null",{"type":"fixed","name":"Tax","size":4,"logicalType":"decimal","precision":6,"scale":2}]}]}""");
        String sums = """
                Set<Sum> read = new HashSet<>();
                for (String text : new String[] {"12.5", "12.500", "125E-1", "12.50"}) {
                    java.math.BigDecimal number = new java.math.BigDecimal(text);
                    Sum given = %s;
                    AvroWriter out = new AvroWriter();
                    SumCodec.INSTANCE.write(given, out);
                    read.add(given);
                    read.add(SumCodec.INSTANCE.read(new AvroReader(out.toByteArray())));
                }
                return read.toString();""";
        assertThat(UserCode.run(model, "p", sums.formatted("new Sum(number, number)")))
                .isEqualTo("[Sum[net=12.50, tax=12.50]]");
        assertThat(UserCode.run(model, "p", sums.formatted("Sum.newBuilder().setNet(number).setTax(null).build()")))
                .isEqualTo("[Sum[net=12.50, tax=null]]");
    }

    @Test
    void decimalsThatDoNotFitTheSchemaAreLeftToTheWriterWithoutReckoningWithTheirDigits() throws Exception {
        SchemaModel model = new SchemaModel();
        model.record("""
                {"type":"record","name":"Sum","namespace":"p","fields":[
                  {"name":"net","type":{"type":"bytes","logicalType":"decimal","precision":6,"scale":2}}]}""");
        assertThat(UserCode.run(model, "p", """
                List<Sum> sums = new ArrayList<>();
                for (String text : new String[] {"1.001", "1E+999999999", "1E-999999999", "0E+999999999"}) {
                    sums.add(new Sum(new java.math.BigDecimal(text)));
                }
                return sums.toString();"""))
                .isEqualTo("[Sum[net=1.001], Sum[net=1E+999999999], Sum[net=1E-999999999], Sum[net=0.00]]");
    }

    @Test
    void aThousandFieldsAndALongSchemaCompileAndGoThroughTheCodec() throws Exception {
        SchemaModel model = new SchemaModel();
        StringBuilder fields = new StringBuilder();
        List<String> types = List.of(
                "\"string\"",
                "\"long\"",
                "[\"null\",\"double\"]",
                "{\"type\":\"array\",\"items\":\"int\"}",
                "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}");
        for (int i = 0; i < 1_000; i++) {
            fields.append(i == 0 ? "" : ",")
                    .append("{\"name\":\"field_")
                    .append(i)
                    .append("\",\"doc\":\"")
                    .append("long words ".repeat(10))
                    .append("\",\"type\":")
                    .append(types.get(i % 5))
                    .append('}');
        }
        model.record("{\"type\":\"record\",\"name\":\"Big\",\"namespace\":\"p\",\"fields\":[" + fields + "]}");
        InMemoryJavac.strict().compile(Generation.files(model));
        assertThat(UserCode.run(model, "p", """
                Big big = BigFixture.create(1);
                AvroWriter out = new AvroWriter();
                BigCodec.INSTANCE.write(big, out);
                Big read = BigCodec.INSTANCE.read(new AvroReader(out.toByteArray()));
                return big.equals(read) && Big.SCHEMA$.toString().length() > 65_535;""")).isEqualTo(true);
    }

    @Test
    void asManyParametersAsJavaAllowsAndOneMore() throws Exception {
        for (int longs : new int[] {125, 126}) {
            SchemaModel model = new SchemaModel();
            StringBuilder fields = new StringBuilder("""
                    {"name":"scan","type":"bytes"},{"name":"lines","type":{"type":"array","items":"string"}},
                    {"name":"labels","type":["null",{"type":"map","values":"int"}],"default":null},
                    {"name":"at","type":{"type":"long","logicalType":"timestamp-micros"}}""");
            for (int i = 0; i < longs; i++) {
                fields.append(",{\"name\":\"f").append(i).append("\",\"type\":\"long\",\"default\":1}");
            }
            model.record("{\"type\":\"record\",\"name\":\"Wide\",\"namespace\":\"p\",\"fields\":[" + fields + "]}");
            assertThat(UserCode.run(model, "p", "return Wide.class.getConstructors().length;"))
                    .isEqualTo(longs == 125 ? 2 : 1);
            assertThat(UserCode.run(model, "p", """
                    List<String> lines = new ArrayList<>(List.of("a"));
                    Map<String, Integer> labels = new HashMap<>(Map.of("k", 1));
                    java.nio.ByteBuffer scan = java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3});
                    Wide wide = Wide.newBuilder().setScan(scan).setLines(lines).setLabels(labels)
                            .setAt(Instant.ofEpochSecond(1, 123_456_789)).build();
                    lines.clear();
                    labels.clear();
                    scan.get();
                    AvroWriter out = new AvroWriter();
                    WideCodec.INSTANCE.write(wide, out);
                    Wide read = WideCodec.INSTANCE.read(new AvroReader(out.toByteArray()));
                    try {
                        read.getLines().clear();
                    } catch (UnsupportedOperationException e) {
                        lines.add("unchanged");
                    }
                    return "" + wide.getLines() + wide.getLabels() + wide.getScan().remaining() + wide.getAt()
                            + wide.equals(read) + lines;""")).isEqualTo("[a]{k=1}31970-01-01T00:00:01.123456Ztrue[unchanged]");
        }
    }

    private static Object order(String body) throws Exception {
        SchemaModel model = new SchemaModel();
        model.record(ORDER);
        return UserCode.run(model, "p", body);
    }
}
