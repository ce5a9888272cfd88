package org.openbankmark.topology.runtime.consumer;

/** What a consumer is doing. */
public enum ConsumerState {
    /** Joining its group. */
    STARTING,
    /** Reading and handling. */
    RUNNING,
    /** Holding one or more partitions back because a record there is being tried again. */
    RETRYING,
    /** No broker answers, or they refuse to serve; goes on by itself when they do. What was read before is still handled. */
    DISCONNECTED,
    /** Finishing the record at hand. */
    CLOSING,
    /** Closed as asked. */
    CLOSED,
    /** Stopped by itself, because of a record or a fault it cannot get past; see {@link ConsumerControl#failure()}. */
    FAILED
}
