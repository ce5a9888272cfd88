package org.openbankmark.topology.generator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openbankmark.topology.generator.output.StoreFixture.java;
import static org.openbankmark.topology.generator.output.StoreFixture.resource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on the disk follow what is generated, and nothing else is touched. */
class OutputStoreTest {
    private StoreFixture disk;

    @BeforeEach
    void project(@TempDir Path directory) throws Exception {
        disk = new StoreFixture(directory);
    }

    @Test
    void writesFilesUnderTheirRootsInUtf8() throws Exception {
        Changes changes = disk.generate(java("a/b/Ä.java", "é\n"), resource("META-INF/x.json", "{}\n"));

        assertThat(changes.written()).containsExactly("a/b/Ä.java", "META-INF/x.json");
        assertThat(Files.readAllBytes(disk.javaFile("a/b/Ä.java")))
                .isEqualTo("@Generated é\n".getBytes(StandardCharsets.UTF_8));
        assertThat(disk.roots.resources().resolve("META-INF/x.json")).hasContent("{}");
    }

    @Test
    void remembersWhatTheFilesWereMadeFrom() throws Exception {
        disk.generate(java("A.java", "a"));

        try (OutputStore store = disk.open()) {
            assertThat(store.basis()).isEqualTo(StoreFixture.basis(disk.topology));
            assertThat(store.isUntouched()).isTrue();
        }
    }

    @Test
    void leavesContentAndTimeOfAFileThatIsRight() throws Exception {
        disk.generate(java("A.java", "a"), java("B.java", "b"));
        FileTime old = StoreFixture.age(disk.javaFile("A.java"));

        Changes changes = disk.generate(java("A.java", "a"), java("B.java", "changed"));

        assertThat(changes.written()).containsExactly("B.java");
        assertThat(changes.unchanged()).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(disk.javaFile("A.java"))).isEqualTo(old);
    }

    @Test
    void aDeletedFileComesBack() throws Exception {
        disk.generate(java("A.java", "a"));
        Files.delete(disk.javaFile("A.java"));

        assertThat(disk.isCurrent()).isFalse();
        disk.generate(java("A.java", "a"));

        assertThat(disk.javaFile("A.java")).hasContent("@Generated a");
        assertThat(disk.isCurrent()).isTrue();
    }

    @Test
    void anEditedFileComesBackEvenIfItsMarkAndSizeWereKept() throws Exception {
        disk.generate(java("A.java", "a"), resource("r.avsc", "{}"));
        Files.writeString(disk.javaFile("A.java"), "completely different");
        Files.writeString(disk.roots.resources().resolve("r.avsc"), "[]");

        assertThat(disk.isCurrent()).isFalse();
        disk.generate(java("A.java", "a"), resource("r.avsc", "{}"));

        assertThat(disk.javaFile("A.java")).hasContent("@Generated a");
        assertThat(disk.roots.resources().resolve("r.avsc")).hasContent("{}");
    }

    @Test
    void removesWhatIsGeneratedNoMoreWithDirectoriesThatBecomeEmpty() throws Exception {
        disk.generate(java("a/b/c/Gone.java", "x"), java("a/Stays.java", "y"));

        Changes changes = disk.generate(java("a/Stays.java", "y"));

        assertThat(changes.removed()).containsExactly("a/b/c/Gone.java");
        assertThat(disk.javaFile("a/b")).doesNotExist();
        assertThat(disk.javaFile("a/Stays.java")).exists();
    }

    /** A second link to the file makes both spellings one file, as they are on file systems that ignore case. */
    @Test
    void aNameThatChangesInCaseOnlyIsRemovedBeforeItIsWrittenAnew() throws Exception {
        disk.generate(resource("IBANChanged.avsc", "old"), java("a/IBANChanged.java", "old"));
        link("IbanChanged.avsc", "IBANChanged.avsc");

        Changes changes = disk.generate(resource("IbanChanged.avsc", "new"), java("a/IbanChanged.java", "new"));

        assertThat(changes.removed()).containsExactlyInAnyOrder("IBANChanged.avsc", "a/IBANChanged.java");
        assertThat(disk.roots.resources().resolve("IBANChanged.avsc")).doesNotExist();
        assertThat(disk.roots.resources().resolve("IbanChanged.avsc")).hasContent("new");
        assertThat(disk.isCurrent()).isTrue();
    }

    @Test
    void aFileThatIsRightIsNotRemovedUnderItsOldSpelling() throws Exception {
        disk.generate(resource("IBANChanged.avsc", "same"));
        link("IbanChanged.avsc", "IBANChanged.avsc");

        Changes changes = disk.generate(resource("IbanChanged.avsc", "same"));

        assertThat(changes.removed()).isEmpty();
        assertThat(disk.roots.resources().resolve("IbanChanged.avsc")).hasContent("same");
    }

    @Test
    void somebodysFileInAnotherCaseIsInTheWayWhereCaseCounts() throws Exception {
        disk.generate(resource("IBANChanged.avsc", "old"));
        Path own = disk.roots.resources().resolve("IbanChanged.avsc");
        boolean ignoresCase = Files.exists(own);
        Files.writeString(own, "mine");

        if (ignoresCase) {
            disk.generate(resource("IbanChanged.avsc", "new"));
        } else {
            assertThatThrownBy(() -> disk.generate(resource("IbanChanged.avsc", "new")))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("is in the way");
        }
        assertThat(own).hasContent(ignoresCase ? "new" : "mine");
    }

    private void link(String link, String existing) throws Exception {
        Path path = disk.roots.resources().resolve(link);
        if (!Files.exists(path)) {
            Files.createLink(path, disk.roots.resources().resolve(existing));
        }
    }

    @Test
    void keepsDirectoriesWithFilesOfOthers() throws Exception {
        disk.generate(java("a/b/Gone.java", "x"));
        Files.writeString(disk.javaFile("a/b/Own.java"), "mine");

        disk.generate();

        assertThat(disk.javaFile("a/b")).isDirectoryContaining("glob:**Own.java");
        assertThat(disk.javaFile("a/b/Gone.java")).doesNotExist();
        assertThat(disk.javaFile("a/b/Own.java")).hasContent("mine");
    }

    @Test
    void leavesAFileThatIsGeneratedNoMoreButWasEditedAndSaysSo() throws Exception {
        disk.generate(resource("notes.avsc", "{}"));
        Files.writeString(disk.roots.resources().resolve("notes.avsc"), "{ mine }");

        Changes changes = disk.generate();

        assertThat(changes.kept()).singleElement().asString().endsWith("notes.avsc");
        assertThat(disk.roots.resources().resolve("notes.avsc")).hasContent("{ mine }");
    }

    @Test
    void filesOfAnEarlierConfigurationVanish() throws Exception {
        disk.generate(java("A.java", "a"), resource("r", "r"));
        Roots moved = new Roots(disk.project.resolve("elsewhere"), disk.roots.resources(), disk.roots.testSources());

        try (OutputStore store = disk.open(disk.topology, moved)) {
            assertThat(store.isUntouched()).isFalse();
            StoreFixture.replace(store, StoreFixture.basis(disk.topology), java("A.java", "a"), resource("r", "r"));
        }

        assertThat(disk.javaFile("A.java")).doesNotExist();
        assertThat(disk.project.resolve("elsewhere/A.java")).hasContent("@Generated a");
        assertThat(disk.roots.resources().resolve("r")).exists();
    }

    @Test
    void filesOfATopologyThatWasRenamedVanish() throws Exception {
        disk.generate(java("Old.java", "old"), java("Both.java", "same"));
        Path renamed = Files.move(disk.topology, disk.project.resolve("renamed.yaml"));

        try (OutputStore store = disk.open(renamed, disk.roots)) {
            StoreFixture.replace(store, StoreFixture.basis(renamed), java("Both.java", "same"));
        }

        assertThat(disk.javaFile("Old.java")).doesNotExist();
        assertThat(disk.javaFile("Both.java")).exists();
        try (OutputStore store = disk.open(renamed, disk.roots)) {
            assertThat(store.isUntouched()).isTrue();
        }
    }

    @Test
    void twoTopologiesShareDirectoriesWithoutTouchingEachOther() throws Exception {
        Path other = Files.writeString(disk.project.resolve("other.yaml"), "topology: y\n");
        disk.generate(java("A.java", "a"));
        try (OutputStore store = disk.open(other, disk.roots)) {
            StoreFixture.replace(store, StoreFixture.basis(other), java("B.java", "b"));
        }

        disk.generate();

        assertThat(disk.javaFile("A.java")).doesNotExist();
        assertThat(disk.javaFile("B.java")).exists();
        try (OutputStore store = disk.open(other, disk.roots)) {
            assertThat(store.isUntouched()).isTrue();
        }
    }

    @Test
    void anotherTopologysFileIsOverwrittenOnlyIfBothShareAnInputAndItWillBeMadeAnew() throws Exception {
        Path other = Files.writeString(disk.project.resolve("other.yaml"), "topology: y\n");
        Path common = Files.writeString(disk.project.resolve("common.yaml"), "records: {}\n");
        Basis shared = new Basis("configuration", "contents", List.of(Input.at(other), Input.at(common)));
        Basis alone = StoreFixture.basis(other);
        Basis mine = new Basis("configuration", "contents", List.of(Input.at(disk.topology), Input.at(common)));
        for (Basis its : List.of(shared, alone)) {
            for (boolean outdated : new boolean[] {true, false}) {
                try (OutputStore store = disk.open(other, disk.roots)) {
                    StoreFixture.replace(store, its, basis -> true, java("A.java", "its"));
                }
                try (OutputStore store = disk.open()) {
                    if (its.equals(shared) && outdated) {
                        StoreFixture.replace(store, mine, basis -> outdated, java("A.java", "mine"));
                        StoreFixture.replace(store, mine, basis -> outdated);
                        assertThat(disk.javaFile("A.java")).hasContent("@Generated mine");
                    } else {
                        assertThatThrownBy(() ->
                                        StoreFixture.replace(store, mine, basis -> outdated, java("A.java", "mine")))
                                .isInstanceOf(OutputException.class)
                                .hasMessageContaining("other.yaml generates it too, with other contents")
                                .hasMessageContaining("in a module of its own")
                                .hasMessageNotContaining("outputDirectory");
                        assertThat(disk.javaFile("A.java")).hasContent("@Generated its");
                    }
                }
            }
        }
    }

    @Test
    void aManifestThatIsNotWholeIsAsNone() throws Exception {
        disk.generate(java("A.java", "a"));
        try (var manifests = Files.newDirectoryStream(disk.project.resolve("target/state"), "*.manifest")) {
            for (Path manifest : manifests) {
                String text = Files.readString(manifest);
                Files.writeString(manifest, text.substring(0, text.length() - 6));
            }
        }

        assertThat(disk.isCurrent()).isFalse();
        assertThat(disk.generate(java("A.java", "a")).written()).isEmpty();
        assertThat(disk.isCurrent()).isTrue();
    }
}
