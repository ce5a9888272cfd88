package org.openbankmark.topology.model.raw;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.source.Spanned;

/** A named type: one under {@code types}. */
public sealed interface RawType {

    Spanned<String> name();

    /** That of its file. */
    String namespace();

    /** A name for a type expression; a {@code uuid} or {@code fixed} takes the name as its own. */
    record Alias(Spanned<String> name, String namespace, TypeExpression type, Optional<String> doc, boolean secret)
            implements RawType {}

    /** An enum. */
    record Symbols(
            Spanned<String> name,
            String namespace,
            List<Spanned<String>> symbols,
            Optional<Spanned<String>> defaultSymbol,
            List<Spanned<String>> aliases,
            Optional<String> doc,
            boolean secret)
            implements RawType {}
}
