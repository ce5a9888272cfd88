package org.openbankmark.topology.model.yaml;

import org.openbankmark.topology.model.source.Span;

/** A value in a YAML file. Aliases are resolved and merge keys applied. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {

    /** Where it stands; for an alias, where the anchor is. */
    Span span();

    /** What it is, for people: "a mapping", "a list", "a text". */
    String shape();
}
