package org.openbankmark.bank.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Archives of classes (class-data sharing), from which the JVMs of a bank start in half the time. A program's first start
 * writes down which classes it loads; {@link #makeMissing} makes an archive of them afterwards, for all later starts. An
 * archive is good for one build and one JVM: for any other it has another name, and the JVM itself refuses one that does not
 * fit, or that is broken, and starts without. Safe for use by several threads and processes.
 */
public final class ClassArchives {
    /** System property that names the directory of the archives; without it there are none. */
    public static final String PROPERTY = "bank.local.archives";

    private static final String ARCHIVE = ".jsa";
    private static final String CLASSES = ".classes";

    private final Path directory;

    /** Archives in a directory, which is made when it is needed. */
    public ClassArchives(Path directory) {
        this.directory = directory;
    }

    /** Those that the system property names. */
    public static Optional<ClassArchives> configured() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(ClassArchives::new);
    }

    /**
     * What a JVM is to be started with: its archive, or, where that is missing, where it writes down its classes. Nothing where
     * the class path cannot have an archive, since it has directories, or where the archives' directory cannot be written.
     *
     * @param program tells apart programs with the same class path, which share an archive
     * @param classPath in order, as the JVM gets it
     */
    public List<String> options(String program, List<Path> classPath) {
        if (!classPath.stream().allMatch(Files::isRegularFile)) {
            return List.of();
        }
        try {
            String mark = ProgramMark.of(classPath);
            Path archive = directory.resolve(mark + ARCHIVE);
            if (Files.exists(archive)) {
                List<String> options = new ArrayList<>(silence());
                options.add("-XX:SharedArchiveFile=" + archive);
                return options;
            }
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve(mark + ".path"),
                    String.join("\n", classPath.stream().map(Path::toString).toList()));
            String name = program.replaceAll("[^A-Za-z0-9]+", "_");
            return List.of("-XX:DumpLoadedClassList=" + directory.resolve(mark + "." + name + CLASSES));
        } catch (IOException notWritable) {
            // Archives only make starts faster.
            return List.of();
        }
    }

    /** What a JVM says of an archive that does not fit would stand in the output of its program. */
    private static List<String> silence() {
        List<String> options = new ArrayList<>(List.of("-Xlog:cds*=off"));
        if (Runtime.version().feature() >= 24) {
            options.add("-Xlog:aot*=off");
        }
        return options;
    }

    /**
     * Makes the archives of all programs that have written down their classes, one after the other, with the least priority, and
     * removes those of earlier builds. Takes up to half a minute of processor time for each, once for a build.
     *
     * @throws IOException if one cannot be made; the message names the file that tells why
     * @throws InterruptedException when the thread was interrupted; nothing half made is left
     */
    public void makeMissing() throws IOException, InterruptedException {
        for (Path paths : files("*.path")) {
            String mark = ArchiveMaking.stem(paths);
            List<Path> lists = files(mark + ".*" + CLASSES);
            Path archive = directory.resolve(mark + ARCHIVE);
            if (!Files.exists(archive) && !lists.isEmpty()) {
                ArchiveMaking making = new ArchiveMaking(directory, mark, Files.readAllLines(paths));
                Path made = making.run(classes(lists));
                Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                removeOthers(mark);
            }
        }
    }

    /** Removes all of them; programs that run keep what they started from. */
    public void removeAll() throws IOException {
        for (Path file : files("*")) {
            Files.deleteIfExists(file);
        }
    }

    /** What several programs loaded, without what is only true within one of them. */
    private static Set<String> classes(List<Path> lists) throws IOException {
        Set<String> classes = new TreeSet<>();
        for (Path list : lists) {
            String text = Files.readString(list);
            // The program runs and writes: its last line may not be whole.
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.contains(" source: "))
                    .map(line -> line.startsWith("@") ? line : line.replaceFirst(" .*", ""))
                    .forEach(classes::add);
        }
        return classes;
    }

    /** What led to an archive, and all of the same jar as it was before, or of another JVM. */
    private void removeOthers(String mark) throws IOException {
        String jar = mark.substring(0, mark.lastIndexOf('-') + 1);
        for (Path file : files(jar + "*")) {
            String name = file.getFileName().toString();
            boolean ofSameJar = name.indexOf('-', jar.length()) < 0;
            if (ofSameJar && !name.equals(mark + ARCHIVE)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> files(String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
                entries.forEach(found::add);
            }
        }
        return found;
    }
}
