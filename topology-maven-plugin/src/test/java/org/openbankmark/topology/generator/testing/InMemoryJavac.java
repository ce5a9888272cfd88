package org.openbankmark.topology.generator.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openbankmark.topology.generator.GeneratedFile;

/** Compiles sources in memory, as strictly as javac can be. */
public final class InMemoryJavac {
    private final List<String> options;

    private InMemoryJavac(List<String> options) {
        this.options = options;
    }

    /** Every warning is an error. */
    public static InMemoryJavac strict() {
        return new InMemoryJavac(List.of("--release", "17", "-parameters", "-Xlint:all", "-Werror", "-proc:none"));
    }

    /** Warnings do not count: for the classes of others. */
    public static InMemoryJavac lenient() {
        return new InMemoryJavac(List.of("--release", "17", "-parameters", "-nowarn", "-proc:none"));
    }

    /** The loader of the compiled classes. */
    public ClassLoader compile(Collection<GeneratedFile> files) {
        Map<String, String> sources = new HashMap<>();
        files.stream()
                .filter(file -> file.kind() != GeneratedFile.Kind.RESOURCE)
                .forEach(file -> sources.put(file.path(), file.content()));
        return compile(sources);
    }

    /**
     * The loader of the compiled classes.
     *
     * @param sources by path
     */
    public ClassLoader compile(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
        Classes classes = new Classes(standard);
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((path, content) -> units.add(new Source(path, content)));
        boolean compiled = compiler.getTask(null, classes, diagnostics, options, null, units)
                .call();
        if (!compiled) {
            throw new AssertionError(message(diagnostics, sources));
        }
        return new Loader(classes.bytes);
    }

    private static String message(DiagnosticCollector<JavaFileObject> diagnostics, Map<String, String> sources) {
        StringBuilder message = new StringBuilder("generated code does not compile:\n");
        diagnostics.getDiagnostics().stream().limit(20).forEach(problem -> {
            message.append(problem).append('\n');
        });
        diagnostics.getDiagnostics().stream()
                .map(Diagnostic::getSource)
                .filter(Source.class::isInstance)
                .findFirst()
                .ifPresent(source -> message.append(sources.get(((Source) source).path)));
        return message.toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String path;
        private final String content;

        Source(String path, String content) {
            super(URI.create("memory:///" + path.replace("$", "%24")), Kind.SOURCE);
            this.path = path;
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }

    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> bytes = new HashMap<>();

        Classes(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    bytes.put(className, out);
                    return out;
                }
            };
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes = new HashMap<>();

        Loader(Map<String, ByteArrayOutputStream> compiled) {
            super(InMemoryJavac.class.getClassLoader());
            compiled.forEach((name, out) -> classes.put(name, out.toByteArray()));
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
