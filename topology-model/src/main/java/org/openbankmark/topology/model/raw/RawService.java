package org.openbankmark.topology.model.raw;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.source.Spanned;

/** A service. */
public record RawService(
        Spanned<String> name, List<Spanned<String>> consumes, List<Spanned<String>> produces, Optional<String> doc) {}
