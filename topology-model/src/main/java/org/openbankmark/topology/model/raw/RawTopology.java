package org.openbankmark.topology.model.raw;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.source.Spanned;

/** The main file. */
public record RawTopology(
        Source source,
        Spanned<String> name,
        Spanned<String> namespace,
        Optional<String> doc,
        RawDeployment defaults,
        RawTypes types,
        List<RawTopic> topics,
        List<RawService> services,
        RawGraphQl graphql,
        List<RawEnvironment> environments) {}
