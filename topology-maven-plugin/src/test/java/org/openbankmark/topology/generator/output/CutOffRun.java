package org.openbankmark.topology.generator.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openbankmark.topology.generator.GeneratedFile;

/** A process that dies, without a word, as soon as a certain file was written. */
public final class CutOffRun {
    static final int FILES = 200;

    private CutOffRun() {}

    /** Generates version {@code args[1]} into the project {@code args[0]}; dies once file number {@code args[2]} has it. */
    public static void main(String[] args) throws Exception {
        StoreFixture disk = new StoreFixture(Path.of(args[0]));
        Path last = disk.javaFile(files(args[1]).get(Integer.parseInt(args[2])).path());
        Thread killer = new Thread(() -> {
            while (!contains(last, args[1])) {
                Thread.onSpinWait();
            }
            Runtime.getRuntime().halt(9);
        });
        killer.setDaemon(true);
        killer.start();
        disk.generate(files(args[1]).toArray(GeneratedFile[]::new));
        killer.join();
    }

    /** Files of a version; each version has some that others have not. */
    static List<GeneratedFile> files(String version) {
        List<GeneratedFile> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            String name = i % 7 == 0 ? "Only" + version + i : "Always" + i;
            files.add(StoreFixture.java(
                    "p" + i % 10 + "/" + name + ".java", "version " + version + " " + "x".repeat(2000)));
        }
        return files;
    }

    private static boolean contains(Path file, String version) {
        try {
            return Files.exists(file) && Files.readString(file).contains("version " + version);
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
