package org.openbankmark.topology.sync.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbankmark.topology.model.diff.Finding;

/**
 * What would make a cluster and a registry match the file. Data, without any connection.
 *
 * @param changes in the order of doing
 * @param refusals why nothing may be done as long as they stand
 * @param findings what people should know of the changes
 * @param leftAlone differences that stay
 * @param otherTopics topics that the file does not have and the plan does not touch
 * @param otherSubjects likewise subjects
 * @param rejections by a change's id: what the broker says against it when asked beforehand
 */
public record Plan(
        List<Change> changes,
        List<Finding> refusals,
        List<Finding> findings,
        List<LeftAlone> leftAlone,
        SortedSet<String> otherTopics,
        SortedSet<String> otherSubjects,
        Map<String, String> rejections,
        Fingerprints fingerprints) {

    public Plan {
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
        findings = List.copyOf(findings);
        leftAlone = List.copyOf(leftAlone);
        otherTopics = Collections.unmodifiableSortedSet(new TreeSet<>(otherTopics));
        otherSubjects = Collections.unmodifiableSortedSet(new TreeSet<>(otherSubjects));
        rejections = Collections.unmodifiableMap(new TreeMap<>(rejections));
    }

    /** Whether cluster and registry are as the file says. */
    public boolean inSync() {
        return changes.isEmpty() && refusals.isEmpty() && leftAlone.isEmpty();
    }

    /** Whether nothing is known that would keep it from being done in full. */
    public boolean feasible() {
        return refusals.isEmpty() && rejections.isEmpty();
    }

    /** The same plan with what the servers said when they were asked about it. */
    public Plan with(List<Finding> moreRefusals, Map<String, String> moreRejections) {
        List<Finding> allRefusals = new java.util.ArrayList<>(refusals);
        allRefusals.addAll(moreRefusals);
        Map<String, String> allRejections = new TreeMap<>(rejections);
        allRejections.putAll(moreRejections);
        return new Plan(
                changes, allRefusals, findings, leftAlone, otherTopics, otherSubjects, allRejections, fingerprints);
    }
}
