package org.openbankmark.topology.sync.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.Location;
import org.openbankmark.topology.model.diff.Finding;
import org.openbankmark.topology.model.diff.Severity;

/** A plan while it is being made. Used by one thread. */
final class Draft {
    final List<Change> changes = new ArrayList<>();
    final List<Finding> refusals = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<LeftAlone> leftAlone = new ArrayList<>();

    void refuse(String rule, String resource, String message, String advice, Location location) {
        refusals.add(new Finding(rule, Severity.BREAKING, resource, message, advice, Optional.of(location)));
    }

    void risk(String rule, String resource, String message, String advice, Location location) {
        findings.add(new Finding(rule, Severity.RISKY, resource, message, advice, Optional.of(location)));
    }

    void inform(String rule, String resource, String message, String advice, Location location) {
        findings.add(new Finding(rule, Severity.INFO, resource, message, advice, Optional.of(location)));
    }
}
