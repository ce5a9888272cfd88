package org.openbankmark.topology.sync.plan;

/** What a plan was made from; each a hex SHA-256. */
public record Fingerprints(String topology, String cluster, String registry, String changes) {}
