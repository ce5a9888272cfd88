package org.openbankmark.topology.generator;

import java.util.List;

/**
 * Makes the files of one kind of thing. Stateless: the same input gives the same files, byte for byte, on any machine.
 *
 * @param <T> the thing: a record, an enum, a topic, a service
 */
@FunctionalInterface
public interface Emitter<T> {

    /** The files for it; none where it needs none. */
    List<GeneratedFile> emit(T thing);
}
