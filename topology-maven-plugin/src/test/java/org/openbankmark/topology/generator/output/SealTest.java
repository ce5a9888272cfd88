package org.openbankmark.topology.generator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbankmark.topology.generator.output.StoreFixture.java;
import static org.openbankmark.topology.generator.output.StoreFixture.resource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.generator.work.Workers;

/** What a seal tells of the disk alone; and with a manifest's entries, where there is more in the folders. */
class SealTest {
    private StoreFixture disk;
    private Path file;

    @BeforeEach
    void generated(@TempDir Path directory) throws Exception {
        disk = new StoreFixture(directory);
        disk.generate(
                java("Root.java", "r"), java("a/b/One.java", "1"), java("a/Two.java", "two"), resource("x/y", "{}"));
        file = disk.javaFile("a/b/One.java");
    }

    @Test
    void holdsAfterARun() throws Exception {
        assertThat(seal().files()).isEqualTo(4);
        assertThat(seal().folders()).hasSize(4);
        assertThat(holds()).isTrue();
    }

    @Test
    void breaksWithATimeThatIsAMillisecondLater() throws Exception {
        FileTime time = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(time.toInstant().plusMillis(1)));

        assertBroken();
    }

    @Test
    void breaksWithAnotherSizeOfTheSameTime() throws Exception {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "another");
        Files.setLastModifiedTime(file, time);

        assertBroken();
    }

    @Test
    void breaksWithAnotherNameAndWithAnotherFolder() throws Exception {
        Path renamed = Files.move(file, file.resolveSibling("Eno.java"));
        assertBroken();

        Files.move(renamed, disk.javaFile("a/One.java"));
        assertBroken();
    }

    @Test
    void breaksWithAnotherNameOfTheSameHashCode() throws Exception {
        disk.generate(java("a/AaPaid.java", "p"));
        file = disk.javaFile("a/AaPaid.java");
        assertThat("BBPaid.java").hasSameHashCodeAs("AaPaid.java");

        Files.move(file, file.resolveSibling("BBPaid.java"));

        assertBroken();
    }

    @Test
    void breaksWhereTwoFilesChangePlaces() throws Exception {
        Path other = disk.javaFile("a/Two.java");
        Path aside = Files.move(file, disk.project.resolve("aside"));
        Files.move(other, file);
        Files.move(aside, other);

        assertBroken();
    }

    @Test
    void breaksWithALinkToAnotherFileAndWithAFolderThatIsGone() throws Exception {
        Path other = Files.writeString(disk.project.resolve("other"), "not generated");
        Files.delete(file);
        Files.createSymbolicLink(file, other);
        assertBroken();

        Files.delete(file);
        Files.delete(file.getParent());
        assertBroken();
    }

    @Test
    void holdsWhereAFolderIsBeside() throws Exception {
        Files.createDirectory(file.resolveSibling("own"));

        assertThat(holds()).isTrue();
    }

    @Test
    void whereAnotherFileIsBesideTheEntriesTell() throws Exception {
        Files.writeString(file.resolveSibling("Own.java"), "mine");

        assertThat(holds()).isFalse();
        assertThat(disk.isCurrent()).isTrue();
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThat(disk.isCurrent()).isFalse();
    }

    @Test
    void aManifestThatEndsAfterItsHeadVouchesForNothing() throws Exception {
        Path manifest;
        try (var files = Files.list(disk.project.resolve("target/state"))) {
            manifest = files.filter(path -> path.toString().endsWith(".manifest"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> lines = Files.readAllLines(manifest);
        int head = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("files\t"))
                .findFirst()
                .orElseThrow());
        Files.write(manifest, lines.subList(0, head + 1));

        assertThat(disk.isCurrent()).isFalse();
    }

    private void assertBroken() throws Exception {
        assertThat(holds()).isFalse();
        assertThat(disk.isCurrent()).isFalse();
    }

    private Seal seal() throws IOException {
        return new StateDirectory(disk.project.resolve("target/state"))
                .head(disk.topology)
                .seal();
    }

    private boolean holds() throws IOException {
        try (Workers workers = Workers.ofThisMachine()) {
            return seal().holds(disk.roots, workers);
        }
    }
}
