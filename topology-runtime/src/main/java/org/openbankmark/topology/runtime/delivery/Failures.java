package org.openbankmark.topology.runtime.delivery;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is said and decided about failures wherever they happen. */
final class Failures {
    private Failures() {}

    /** Whether the JVM itself is in trouble, so that no record is to blame. A stack that overflowed is the record's doing. */
    static boolean endsTheProcess(Throwable failure) {
        return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
    }

    /** Where a record stands, for logs. Says nothing of its content. */
    static String place(ConsumerRecord<byte[], byte[]> raw) {
        return "record at offset " + raw.offset() + " of " + raw.topic() + "-" + raw.partition();
    }
}
