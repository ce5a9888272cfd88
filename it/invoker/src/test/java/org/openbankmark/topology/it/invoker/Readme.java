package org.openbankmark.topology.it.invoker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README's tutorial as a reader would copy it: each block under a line with a file's name is that file. */
public final class Readme {
    private static final Pattern FILE =
            Pattern.compile("^`([^`\\n]+)`\\n\\n```\\w+\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private final String text;

    /**
     * Reads the README of this repository.
     *
     * @param project the folder of an invoked project, five below the repository's root
     */
    public Readme(Path project) throws IOException {
        this.text = Files.readString(
                project.toAbsolutePath().resolve("../../../../../README.md").normalize());
    }

    /** Writes the tutorial's files into a folder. */
    public void writeFiles(Path folder) throws IOException {
        Matcher file = FILE.matcher(text);
        int written = 0;
        while (file.find()) {
            Path target = folder.resolve(file.group(1));
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.group(2));
            written++;
        }
        if (written != 3) {
            throw new IllegalStateException("the README's tutorial has " + written + " files, not 3");
        }
    }

    /** The first block of code that follows the words. */
    public String blockAfter(String words) {
        int from = text.indexOf(words);
        int start = from < 0 ? -1 : text.indexOf("```", from);
        if (start < 0) {
            throw new IllegalStateException("the README has no block after: " + words);
        }
        return text.substring(text.indexOf('\n', start) + 1, text.indexOf("\n```", start));
    }
}
