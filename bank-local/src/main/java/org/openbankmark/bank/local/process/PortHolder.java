package org.openbankmark.bank.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out which process listens on a port, from Linux's {@code /proc} (proc(5): net/tcp, fd, cmdline). */
final class PortHolder {
    private static final String LISTENING = "0A";
    private static final int COMMAND_CHARACTERS = 100;

    private PortHolder() {}

    /** The process that holds the port, for people; how to find it where this system or its rights do not tell. */
    static String of(int port) {
        try {
            Set<String> sockets = new HashSet<>();
            for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
                sockets.addAll(listening(Files.readAllLines(Path.of(table)), port));
            }
            for (Path process : processes()) {
                if (holdsAny(process, sockets)) {
                    return "process " + process.getFileName() + " (" + command(process) + ")";
                }
            }
        } catch (IOException notToBeSeen) {
            return unknown(port);
        }
        return unknown(port);
    }

    private static String unknown(int port) {
        return "another process (\"ss -ltnp 'sport = :" + port + "'\" or \"lsof -i :" + port + "\" may show which)";
    }

    private static Set<String> listening(List<String> table, int port) {
        Set<String> inodes = new HashSet<>();
        for (String line : table) {
            String[] columns = line.trim().split("\\s+", -1);
            if (columns.length > 9
                    && columns[1].endsWith(String.format(":%04X", port))
                    && columns[3].equals(LISTENING)) {
                inodes.add("socket:[" + columns[9] + "]");
            }
        }
        return inodes;
    }

    private static List<Path> processes() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            entries.forEach(found::add);
        }
        return found;
    }

    private static boolean holdsAny(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.isSymbolicLink(descriptor)
                        && sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException endedOrForeign) {
            return false;
        }
    }

    private static String command(Path process) throws IOException {
        String command =
                Files.readString(process.resolve("cmdline")).replace('\0', ' ').trim();
        return command.length() <= COMMAND_CHARACTERS ? command : command.substring(0, COMMAND_CHARACTERS) + "…";
    }
}
