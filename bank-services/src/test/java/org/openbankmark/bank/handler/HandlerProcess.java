package org.openbankmark.bank.handler;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openbankmark.bank.services.Main;

/** A command handler in a process of its own, which can be killed for real. */
final class HandlerProcess implements AutoCloseable {
    private final Process process;

    private HandlerProcess(Process process) {
        this.process = process;
    }

    static HandlerProcess start(Map<String, String> environment, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "command-handler"));
        Map<String, String> all = new HashMap<>(environment);
        all.put("OPERATIONS_PORT", "0");
        builder.environment().putAll(all);
        File file = log.toFile();
        return new HandlerProcess(builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
                .start());
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to stop; its exit code, or -1 if it did not within the time. */
    int stop(long seconds) throws InterruptedException {
        process.destroy();
        return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
