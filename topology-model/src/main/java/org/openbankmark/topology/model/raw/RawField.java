package org.openbankmark.topology.model.raw;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.source.Spanned;

/** A field of a record. */
public record RawField(
        Spanned<String> name,
        TypeExpression type,
        Optional<String> doc,
        Optional<RawValue> defaultValue,
        List<Spanned<String>> aliases,
        Optional<String> order,
        boolean secret) {}
