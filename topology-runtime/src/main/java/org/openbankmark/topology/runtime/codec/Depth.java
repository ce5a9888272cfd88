package org.openbankmark.topology.runtime.codec;

/** How deep a record may contain itself: enough for any tree or list of practice, far from the end of a thread's stack. */
final class Depth {
    static final int LIMIT = 512;
    static final String EXCEEDED = "records are nested more than " + LIMIT + " levels deep";

    private Depth() {}
}
