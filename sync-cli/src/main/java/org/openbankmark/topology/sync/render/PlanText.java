package org.openbankmark.topology.sync.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.openbankmark.topology.model.diff.Finding;
import org.openbankmark.topology.sync.plan.Action;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.LeftAlone;
import org.openbankmark.topology.sync.plan.Plan;
import org.openbankmark.topology.sync.plan.Target;

/** A plan for people. */
public final class PlanText {
    private static final int MOST_NAMES = 20;

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    private PlanText(Style style) {
        this.style = style;
    }

    /** Lines, each with its end. */
    public static String of(Plan plan, Target target, Style style) {
        PlanText page = new PlanText(style);
        page.head(target);
        page.changes(plan);
        page.findings("Refused", plan.refusals());
        page.leftAlone(plan.leftAlone());
        page.findings("Mind", plan.findings());
        page.others(plan);
        page.sum(plan);
        return page.text.toString();
    }

    private void head(Target target) {
        line(style.strong(target.topology()) + " (" + target.file()
                + target.environment().map(name -> ", environment " + name).orElse("")
                + ") → cluster " + target.clusterId() + " with " + ChangeText.count(target.brokers(), "broker")
                + ", registry " + target.registry());
    }

    private void changes(Plan plan) {
        if (plan.changes().isEmpty()) {
            return;
        }
        line("");
        int width = plan.changes().stream()
                .mapToInt(change -> change.resource().length())
                .max()
                .orElse(0);
        int kindWidth = plan.changes().stream()
                .mapToInt(change -> change.phase().about().length())
                .max()
                .orElse(0);
        for (Change change : plan.changes()) {
            for (String what : ChangeText.lines(change)) {
                line("  " + style.sign(change.action()) + " "
                        + padded(change.phase().about(), kindWidth) + " "
                        + padded(change.resource(), Math.min(width, 50)) + "  " + what);
            }
            String rejection = plan.rejections().get(change.id());
            if (rejection != null) {
                line("      " + style.bad("the broker would refuse it: ") + rejection);
            }
        }
    }

    private void findings(String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        line("");
        line(title + ":");
        // What holds for many topics alike is said once.
        Map<List<String>, List<Finding>> alike = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> List.of(finding.rule(), finding.message(), finding.advice()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        for (List<Finding> same : alike.values()) {
            Finding first = same.get(0);
            String where = same.size() == 1
                    ? first.location().map(place -> " (" + place + ")").orElse("")
                    : "";
            line("  " + (title.equals("Refused") ? style.bad("!") : style.strong("i")) + " "
                    + some(same.stream().map(Finding::resource).toList(), 3) + ": " + first.message() + " ["
                    + first.rule() + "]");
            line("      " + style.quiet(first.advice() + where));
        }
    }

    private static String some(List<String> names, int most) {
        String more = names.size() > most ? " and " + (names.size() - most) + " more" : "";
        return String.join(", ", names.subList(0, Math.min(most, names.size()))) + more;
    }

    private void leftAlone(List<LeftAlone> leftAlone) {
        if (leftAlone.isEmpty()) {
            return;
        }
        line("");
        line("Different, and left alone:");
        for (LeftAlone each : leftAlone) {
            line("  " + style.strong("=") + " " + each.resource() + ": " + each.message() + " [" + each.rule() + "]");
            line("      " + style.quiet(each.advice()));
        }
    }

    private void others(Plan plan) {
        if (plan.otherTopics().isEmpty() && plan.otherSubjects().isEmpty()) {
            return;
        }
        line("");
        names("Topics that the file does not have, left alone", plan.otherTopics());
        names("Subjects that the file does not have, left alone", plan.otherSubjects());
    }

    private void names(String title, SortedSet<String> names) {
        if (!names.isEmpty()) {
            String more = names.size() > MOST_NAMES ? ", and " + (names.size() - MOST_NAMES) + " more" : "";
            line(title + ": "
                    + String.join(", ", names.stream().limit(MOST_NAMES).toList()) + more);
        }
    }

    private void sum(Plan plan) {
        line("");
        if (plan.inSync()) {
            line(style.good("In sync: nothing to do."));
            return;
        }
        line("Plan: " + count(plan, Action.ADD) + " to add, " + count(plan, Action.CHANGE) + " to change, "
                + count(plan, Action.REMOVE) + " to remove"
                + (plan.refusals().isEmpty()
                        ? ""
                        : "; " + style.bad(plan.refusals().size() + " refused: nothing will be done"))
                + (plan.rejections().isEmpty()
                        ? ""
                        : "; " + style.bad(plan.rejections().size() + " the broker would refuse"))
                + (plan.leftAlone().isEmpty() ? "" : "; " + plan.leftAlone().size() + " left alone")
                + ".");
    }

    private static long count(Plan plan, Action action) {
        return plan.changes().stream()
                .filter(change -> change.action() == action)
                .count();
    }

    private static String padded(String name, int width) {
        return name.length() >= width ? name : name + " ".repeat(width - name.length());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
