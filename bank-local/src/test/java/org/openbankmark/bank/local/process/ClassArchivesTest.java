package org.openbankmark.bank.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ClassArchivesTest {
    private static final FileTime BUILT = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    private Path directory;

    private Path jar;
    private ClassArchives archives;

    @BeforeEach
    void build() throws IOException {
        jar = directory.resolve("greeting.jar");
        build("good day");
        archives = new ClassArchives(directory.resolve("archives"));
    }

    @Test
    void anArchiveServesItsBuildAloneAndOneThatIsBrokenIsPassedOver() throws Exception {
        assertThat(greet()).isEqualTo("good day");
        assertThat(files("*.jsa")).isEmpty();
        archives.makeMissing();
        Path archive = files("*").get(0);
        assertThat(files("*")).as("what led to it is gone").containsExactly(archive);

        assertThat(options()).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(greet()).isEqualTo("good day");
        assertThat(greet("-Xlog:class+load")).contains("local.process.Greeting source: shared objects file");

        byte[] whole = Files.readAllBytes(archive);
        archive.toFile().setWritable(true);
        // As left by a full disk, by another JVM, or by nobody.
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(whole.length / 3);
            assertThat(greet()).isEqualTo("good day");
        }
        byte[] foreign = whole.clone();
        String text = new String(whole, 0, 4096, StandardCharsets.ISO_8859_1);
        foreign[text.indexOf("VM (") + "VM (".length()]++;
        Files.write(archive, foreign);
        assertThat(greet()).isEqualTo("good day");
        Files.writeString(archive, "no archive at all");
        assertThat(greet()).isEqualTo("good day");

        Files.write(archive, whole);
        // A reproducible build gives the same time, and here the same size.
        build("bad days");
        assertThat(options()).noneMatch(option -> option.contains("SharedArchiveFile"));
        assertThat(greet()).isEqualTo("bad days");
        archives.makeMissing();
        assertThat(files("*")).as("that of the build before is gone").hasSize(1).doesNotContain(archive);
        assertThat(greet()).isEqualTo("bad days");
    }

    @Test
    void whatIsBrokenOffLeavesNothingHalfMade() throws Exception {
        greet();
        Thread.currentThread().interrupt();
        try {
            archives.makeMissing();
            throw new AssertionError("it was not broken off");
        } catch (InterruptedException expected) {
            assertThat(files("*.jsa")).isEmpty();
            assertThat(files("*.partial")).isEmpty();
            assertThat(files("*.list")).isEmpty();
        }
        archives.makeMissing();
        assertThat(files("*.jsa")).hasSize(1);
    }

    @Test
    void thereIsNoneForDirectoriesOfClassesOrWhereNothingCanBeWritten() throws Exception {
        assertThat(archives.options("program", List.of(directory, jar))).isEmpty();
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(new ClassArchives(file.resolve("archives")).options("program", List.of(jar)))
                .isEmpty();
    }

    private List<String> options() {
        return archives.options("a greeting", List.of(jar));
    }

    private String greet(String... further) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(options());
        command.addAll(List.of(further));
        command.addAll(List.of("-cp", jar.toString(), Greeting.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private void build(String greeting) throws IOException {
        String name = Greeting.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                InputStream compiled = Greeting.class.getClassLoader().getResourceAsStream(name)) {
            entries.putNextEntry(entry(name));
            entries.write(compiled.readAllBytes());
            entries.putNextEntry(entry("greeting"));
            entries.write(greeting.getBytes(StandardCharsets.UTF_8));
        }
        Files.setLastModifiedTime(jar, BUILT);
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(BUILT);
        return entry;
    }

    private List<Path> files(String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.resolve("archives"), glob)) {
            entries.forEach(found::add);
        }
        return found;
    }
}
