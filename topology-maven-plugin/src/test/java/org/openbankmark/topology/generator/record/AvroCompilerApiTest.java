package org.openbankmark.topology.generator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.generic.GenericData.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.generator.testing.Generation;
import org.openbankmark.topology.generator.testing.InMemoryJavac;
import org.openbankmark.topology.generator.testing.SchemaModel;

/** Code written against the classes of avro-compiler compiles against ours: the same accessors, with the same types. */
class AvroCompilerApiTest {
    /** Single-object encoding is not part of ours. */
    private static final Set<String> NOT_OURS = Set.of("getEncoder", "getDecoder");

    @Test
    void allAccessorsOfAvrosClassesAreThere(@TempDir File directory) throws Exception {
        SchemaModel model = new SchemaModel();
        // avro-compiler's own classes for the names that are hard on Java do not compile.
        GoldenTopologies.files().stream()
                .filter(file -> !file.endsWith("names.yaml"))
                .forEach(file -> add(model, file));
        add(model, Path.of("../bank-topology/src/main/topology/topology.yaml"));
        Map<String, String> sources = avros(model, directory);
        ClassLoader avros = InMemoryJavac.lenient().compile(sources);
        ClassLoader ours = InMemoryJavac.strict().compile(Generation.files(model, false));
        // A fixed that carries a logical type is that type in both; avro-compiler makes an unused class of it beside.
        Set<String> carriers = model.types().stream()
                .filter(type -> type.schema().getLogicalType() != null)
                .map(type -> Generation.names(model).type(type).qualifiedName())
                .collect(Collectors.toSet());
        for (String path : sources.keySet()) {
            String name = path.substring(0, path.length() - ".java".length()).replace(File.separatorChar, '.');
            if (carriers.contains(name)) {
                continue;
            }
            assertThat(accessors(ours, name)).as(name).containsAll(accessors(avros, name));
            if (!avros.loadClass(name).isEnum() && hasBuilder(avros.loadClass(name))) {
                assertThat(accessors(ours, name + "$Builder"))
                        .as(name)
                        .containsAll(accessors(avros, name + "$Builder"));
            }
        }
        assertThat(sources).hasSizeGreaterThan(12);
    }

    private static void add(SchemaModel model, Path file) {
        GoldenTopologies.load(file).types().forEach(type -> model.type(type.schema()));
    }

    private static Map<String, String> avros(SchemaModel model, File directory) throws IOException {
        List<Schema> schemas = model.types().stream().map(type -> type.schema()).toList();
        for (Schema schema : schemas) {
            SpecificCompiler compiler = new SpecificCompiler(schema);
            compiler.setStringType(StringType.String);
            compiler.setFieldVisibility(SpecificCompiler.FieldVisibility.PRIVATE);
            compiler.setCreateSetters(false);
            compiler.setEnableDecimalLogicalType(true);
            compiler.compileToDestination(null, directory);
        }
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(directory.toPath())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(directory.toPath().relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }

    private static boolean hasBuilder(Class<?> type) {
        return Stream.of(type.getDeclaredClasses())
                .anyMatch(nested -> nested.getSimpleName().equals("Builder"));
    }

    private static Set<String> accessors(ClassLoader loader, String name) throws ClassNotFoundException {
        Set<String> accessors = new TreeSet<>();
        for (Method method : loader.loadClass(name).getDeclaredMethods()) {
            boolean accessor = method.getName().matches("(get|set|has|clear)[^a-z].*|newBuilder|build");
            if (accessor
                    && Modifier.isPublic(method.getModifiers())
                    && !method.isBridge()
                    && !NOT_OURS.contains(method.getName())) {
                accessors.add(signature(method));
            }
        }
        return accessors;
    }

    private static String signature(Method method) {
        String parameters = Stream.of(method.getGenericParameterTypes())
                .map(Type::getTypeName)
                .collect(Collectors.joining(", "));
        return method.getGenericReturnType().getTypeName() + " " + method.getName() + "(" + parameters + ")";
    }
}
