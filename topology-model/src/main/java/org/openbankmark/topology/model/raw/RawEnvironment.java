package org.openbankmark.topology.model.raw;

import java.util.Map;
import org.openbankmark.topology.model.source.Spanned;

/**
 * An environment.
 *
 * @param every facts that hold for every topic
 * @param topics facts of single topics, which win
 */
public record RawEnvironment(Spanned<String> name, RawDeployment every, Map<String, Overlay> topics) {

    /** Facts of one topic. */
    public record Overlay(Spanned<String> topic, RawDeployment deployment) {}
}
