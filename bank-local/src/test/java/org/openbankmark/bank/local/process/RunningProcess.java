package org.openbankmark.bank.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Whether a process runs. One that ended but that nobody waited for (state Z, as orphans may stay in a container) does not. */
public final class RunningProcess {
    private RunningProcess() {}

    public static boolean is(long pid) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (NoSuchFileException gone) {
            return false;
        }
    }
}
