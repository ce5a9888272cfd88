package org.openbankmark.topology.model.testing;

import java.lang.management.ManagementFactory;

/** The processor's time that this thread has had: unlike the clock it does not run while others have the machine. */
public final class CpuTime {

    private CpuTime() {}

    /** In nanoseconds. */
    public static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
