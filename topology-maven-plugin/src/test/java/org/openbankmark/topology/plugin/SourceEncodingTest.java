package org.openbankmark.topology.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the compiler would not read comments as they were written. */
class SourceEncodingTest {
    @TempDir
    Path sources;

    @BeforeEach
    void ascii() throws Exception {
        Files.createDirectory(sources.resolve("a"));
        Files.writeString(sources.resolve("a/Plain.java"), "/** Plain. */ class Plain {}");
    }

    @Test
    void asciiIsReadRightInAnyEncoding() throws Exception {
        assertThat(SourceEncoding.complaint("ISO-8859-1", sources)).isEmpty();
        assertThat(SourceEncoding.complaint(null, sources)).isEmpty();
        assertThat(SourceEncoding.complaint("US-ASCII", sources.resolve("none")))
                .isEmpty();
    }

    @Test
    void otherCharactersWantUtf8() throws Exception {
        Path file = Files.writeString(sources.resolve("a/Wide.java"), "/** Größe, размер. */ class Wide {}");

        assertThat(SourceEncoding.complaint("utf8", sources)).isEmpty();
        assertThat(SourceEncoding.complaint("no encoding", sources)).isEmpty();
        assertThat(SourceEncoding.complaint("ISO-8859-1", sources).orElseThrow())
                .startsWith(file + " has characters beyond ASCII")
                .contains("project.build.sourceEncoding is ISO-8859-1", "Set it to UTF-8");
        assertThat(SourceEncoding.complaint(" ", sources).isEmpty())
                .isEqualTo(Charset.defaultCharset().equals(StandardCharsets.UTF_8));
    }
}
