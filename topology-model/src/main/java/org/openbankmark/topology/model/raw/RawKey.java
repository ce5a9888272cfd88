package org.openbankmark.topology.model.raw;

import java.util.List;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.source.Spanned;

/** Where a key comes from. */
public sealed interface RawKey {

    Span span();

    /** {@code none}. */
    record None(Span span) implements RawKey {}

    /** {@code $time}. */
    record Time(Span span) implements RawKey {}

    /** Fields by their paths. */
    record Fields(List<Spanned<String>> paths, Span span) implements RawKey {}
}
