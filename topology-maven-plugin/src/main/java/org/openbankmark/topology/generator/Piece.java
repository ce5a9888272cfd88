package org.openbankmark.topology.generator;

import java.util.List;
import java.util.Optional;

/**
 * A part of what is generated.
 *
 * @param slice a digest of all that decides what is in its files: the same digest, the same files, byte for byte; empty for a
 *     part that is made anew each time
 * @param files empty where those that the disk has from the same slice will do
 */
public record Piece(String slice, Optional<List<GeneratedFile>> files) {}
