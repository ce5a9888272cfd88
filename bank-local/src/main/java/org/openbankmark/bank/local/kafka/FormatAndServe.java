package org.openbankmark.bank.local.kafka;

import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * The main class of a broker's process: formats the storage where that was not done yet (Kafka's storage tool, KIP-631),
 * then serves. One JVM start instead of two. Runs on the broker's class path only.
 */
public final class FormatAndServe {
    private FormatAndServe() {}

    /** Takes the cluster's id and the path of the broker's properties. */
    public static void main(String[] args) {
        String[] format = {"format", "--ignore-formatted", "--cluster-id", args[0], "--config", args[1]};
        int status = StorageTool.execute(format, System.out);
        if (status != 0) {
            System.exit(status);
        }
        Kafka.main(new String[] {args[1]});
    }
}
