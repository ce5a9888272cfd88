package org.openbankmark.topology.generator.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;

/** The files of a named type: for a record its class, its codec and, if wished, its fixture. Not thread-safe. */
public final class TypeFiles implements Emitter<NamedType> {
    private final JavaNames names;
    private final Origin origin;
    private final Function<RecordType, List<ClassName>> interfaces;
    private final boolean fixtures;
    private final RecordEmitter records;
    private final CodecEmitter codecs;
    private final FixtureEmitter fixtureEmitter;

    /**
     * An emitter for the types of a topology.
     *
     * @param interfaces what the class of a record implements beside; in its own package, for sealed interfaces allow no other
     * @param fixtures whether fixtures are wanted
     */
    public TypeFiles(
            JavaNames names, Origin origin, Function<RecordType, List<ClassName>> interfaces, boolean fixtures) {
        this.names = names;
        this.origin = origin;
        this.interfaces = interfaces;
        this.fixtures = fixtures;
        this.records = new RecordEmitter(names, origin);
        this.codecs = new CodecEmitter(names, origin);
        this.fixtureEmitter = new FixtureEmitter(names, origin);
    }

    /** The files of all types; a fixed that only carries a logical type needs none. */
    public List<GeneratedFile> emitAll(List<NamedType> types) {
        Set<FixedType> plain = new HashSet<>();
        List<GeneratedFile> files = new ArrayList<>();
        for (NamedType type : types) {
            if (type instanceof RecordType record) {
                Contents.of(record).named().forEach(named -> {
                    if (named instanceof FixedType fixed) {
                        plain.add(fixed);
                    }
                });
            }
        }
        for (NamedType type : types) {
            if (!(type instanceof FixedType fixed) || plain.contains(fixed)) {
                files.addAll(emit(type));
            }
        }
        return files;
    }

    @Override
    public List<GeneratedFile> emit(NamedType type) {
        List<GeneratedFile> files = new ArrayList<>();
        if (type instanceof RecordType record) {
            files.add(file(
                    GeneratedFile.Kind.JAVA, names.type(record), records.emit(record, interfaces.apply(record)), type));
            files.add(file(GeneratedFile.Kind.JAVA, names.codec(record), codecs.emit(record), type));
            if (fixtures) {
                files.add(file(GeneratedFile.Kind.TEST_JAVA, names.fixture(record), fixtureEmitter.emit(record), type));
            }
        } else if (type instanceof EnumType symbols) {
            files.add(file(
                    GeneratedFile.Kind.JAVA, names.type(type), new EnumEmitter(names, origin).emit(symbols), type));
        } else if (type instanceof FixedType fixed) {
            files.add(
                    file(GeneratedFile.Kind.JAVA, names.type(type), new FixedEmitter(names, origin).emit(fixed), type));
        }
        return files;
    }

    private GeneratedFile file(GeneratedFile.Kind kind, ClassName type, String content, NamedType from) {
        return new GeneratedFile(kind, type.sourcePath(), content, origin.of(from.path()));
    }
}
