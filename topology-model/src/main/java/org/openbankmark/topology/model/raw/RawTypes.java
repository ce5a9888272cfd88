package org.openbankmark.topology.model.raw;

import java.util.List;
import org.openbankmark.topology.model.source.Spanned;

/** What any topology file may hold, imported ones too. */
public record RawTypes(
        List<RawType> types, List<RawRecord> records, List<Spanned<String>> imports, List<Spanned<String>> schemas) {}
