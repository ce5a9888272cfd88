package org.openbankmark.topology.model.raw;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.source.Spanned;

/**
 * A topic.
 *
 * @param types names of records; empty for a topic of raw bytes
 * @param severalTypes whether they are given as a list
 * @param key empty where none is given
 */
public record RawTopic(
        Spanned<String> name,
        List<Spanned<String>> types,
        boolean severalTypes,
        Optional<RawKey> key,
        RawDeployment deployment,
        List<Spanned<String>> replies,
        Optional<Spanned<String>> deadLetter,
        Optional<String> doc,
        Optional<String> deprecated) {}
