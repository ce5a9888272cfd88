package org.openbankmark.topology.model.raw;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.source.Spanned;

/**
 * A record.
 *
 * @param namespace that of its file
 */
public record RawRecord(
        Spanned<String> name,
        String namespace,
        Optional<String> doc,
        List<Spanned<String>> aliases,
        List<RawField> fields) {}
