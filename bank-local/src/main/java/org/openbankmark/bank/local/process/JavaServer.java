package org.openbankmark.bank.local.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How to start one server that is written in Java.
 *
 * @param name as messages call it, such as "Kafka broker 1"
 * @param classPath the server's own, which the parent's does not touch
 * @param mainClass of the server
 * @param arguments of its main method
 * @param heapMegabytes the most its heap may take
 * @param jvmOptions further options, such as system properties
 * @param log the file that takes its output; appended to
 */
public record JavaServer(
        String name,
        List<Path> classPath,
        String mainClass,
        List<String> arguments,
        int heapMegabytes,
        List<String> jvmOptions,
        Path log) {

    /** A JVM that is told of two does not start. */
    private static final Pattern OTHER_COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");

    /** Copies the lists. */
    public JavaServer {
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** As a process that ends with this one. */
    public Launch launch() {
        return new Launch(name, command(), log);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        // Short-lived and small: the quick compiler and the collector without threads of its own start fastest.
        if (jvmOptions.stream()
                .noneMatch(option -> OTHER_COLLECTOR.matcher(option).matches())) {
            command.add("-XX:+UseSerialGC");
        }
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xshare:auto");
        command.add("-Djava.awt.headless=true");
        command.addAll(jvmOptions);
        List<Path> whole = wholeClassPath();
        ClassArchives.configured().ifPresent(archives -> command.addAll(archives.options(name, whole)));
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator, whole.stream().map(Path::toString).toList()));
        command.add(StayWithParent.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private List<Path> wholeClassPath() {
        List<Path> entries = new ArrayList<>();
        entries.add(ServerFiles.ownClasses());
        entries.addAll(classPath);
        return entries;
    }
}
