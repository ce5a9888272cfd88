package org.openbankmark.topology.generator.testing;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.openbankmark.topology.generator.GeneratedFile;

/** A few lines as a user would write them, compiled together with what was generated, and run. */
public final class UserCode {
    private UserCode() {}

    /**
     * Runs the body of a method.
     *
     * @param body ends with a return statement
     * @throws Exception what the body throws
     */
    public static Object run(SchemaModel model, String packageName, String body) throws Exception {
        List<GeneratedFile> files = new ArrayList<>(Generation.files(model));
        String source = "package " + packageName + ";\nimport java.util.*;\nimport java.time.*;\nimport java.io.*;\n"
                + "import org.openbankmark.topology.runtime.codec.*;\n"
                + "public class Use { public static java.lang.Object run() throws java.lang.Exception {\n"
                + body + "\n} }\n";
        files.add(new GeneratedFile(
                GeneratedFile.Kind.JAVA, packageName.replace('.', '/') + "/Use.java", source, "a test"));
        try {
            return InMemoryJavac.lenient()
                    .compile(files)
                    .loadClass(packageName + ".Use")
                    .getMethod("run")
                    .invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception thrown ? thrown : e;
        }
    }
}
