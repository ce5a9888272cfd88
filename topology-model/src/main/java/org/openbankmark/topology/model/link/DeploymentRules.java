package org.openbankmark.topology.model.link;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.config.SettingType;
import org.openbankmark.topology.model.config.TopicSettings;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.raw.RawDeployment;
import org.openbankmark.topology.model.raw.RawEnvironment;
import org.openbankmark.topology.model.raw.RawKey;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.source.Spanned;

/** Checks how topics are deployed, in every environment and without one. */
final class DeploymentRules {
    private final RawDeployment defaults;
    private final List<RawEnvironment> environments;

    DeploymentRules(RawDeployment defaults, List<RawEnvironment> environments) {
        this.defaults = defaults;
        this.environments = environments;
    }

    /** Each setting by itself, wherever it stands. */
    void checkSettings(Collection<LinkedTopic> topics, ProblemCollector problems) {
        settings(defaults, problems.at("defaults"));
        for (LinkedTopic topic : topics) {
            settings(
                    topic.raw().deployment(),
                    problems.at("topics").at(topic.topic().name()));
        }
        for (RawEnvironment environment : environments) {
            ProblemCollector here =
                    problems.at("environments").at(environment.name().value());
            settings(environment.every(), here);
            environment
                    .topics()
                    .forEach((name, overlay) ->
                            settings(overlay.deployment(), here.at("topics").at(name)));
        }
    }

    private static void settings(RawDeployment deployment, ProblemCollector problems) {
        for (RawDeployment.Setting setting : deployment.config().values()) {
            String name = setting.name().value();
            SettingType type = TopicSettings.byName().get(name);
            if (type == null) {
                problems.report(
                        Rule.UNKNOWN_CONFIG,
                        setting.name().span(),
                        "Kafka has no topic setting '" + name + "'",
                        Suggestion.didYouMean(name, TopicSettings.byName().keySet())
                                .or(() -> Optional.of("see 'Topic-Level Configs' in Kafka's documentation")));
            } else if (setting.value().isPresent()) {
                Spanned<String> value = setting.value().get();
                type.refuse(value.value())
                        .ifPresent(expected -> problems.report(
                                Rule.INVALID_CONFIG,
                                value.span(),
                                "'" + name + "' is " + expected + ", not '" + value.value() + "'",
                                "write a value that Kafka takes"));
            }
        }
    }

    /** What settings mean together, and with the key. */
    void checkTogether(LinkedTopic topic, ProblemCollector problems) {
        int before = problems.count();
        checkTogether(topic, new Deployments(defaults, Optional.empty()), "", problems);
        // What is wrong without an environment is told once, not for each of them.
        if (problems.count() > before) {
            return;
        }
        for (RawEnvironment environment : environments) {
            checkTogether(
                    topic,
                    new Deployments(defaults, Optional.of(environment)),
                    " in the environment '" + environment.name().value() + "'",
                    problems);
        }
    }

    private static void checkTogether(
            LinkedTopic topic, Deployments deployments, String where, ProblemCollector problems) {
        RawDeployment deployment = deployments.of(topic);
        int replicas = Deployments.replicas(deployment);
        Optional<Spanned<String>> insync = value(deployment, "min.insync.replicas")
                .filter(min -> min.value().matches("[0-9]{1,9}") && Integer.parseInt(min.value()) > replicas);
        insync.ifPresent(
                min -> problems.report(
                        Rule.INVALID_CONFIG,
                        place(min.span(), topic, deployments),
                        "'min.insync.replicas' is " + min.value() + " but 'replicas' is " + replicas + where
                                + ": nothing could be sent",
                        topic.topic().declared()
                                ? "lower it, or raise the replicas"
                                : "lower it, raise the replicas, or declare the topic under 'topics' with settings of its own"));
        Optional<Spanned<String>> compacted = value(deployment, "cleanup.policy")
                .filter(policy ->
                        Arrays.asList(policy.value().split("\\s*,\\s*", -1)).contains("compact"));
        if (compacted.isEmpty()) {
            return;
        }
        Optional<RawKey> key = topic.raw().key();
        if (topic.holdsDeadLetters()) {
            problems.report(
                    Rule.INVALID_DEAD_LETTER,
                    compacted.get().span(),
                    "a dead-letter topic must not be compacted" + where + ": letters of the same key would be lost",
                    "set 'cleanup.policy: delete'");
        } else if (key.isEmpty() || key.get() instanceof RawKey.None) {
            problems.report(
                    Rule.KEY_NEEDED,
                    topic.raw().name().span(),
                    "the topic is compacted" + where + ", but its records have no key",
                    "give it a key, or set 'cleanup.policy: delete'");
        } else if (key.get() instanceof RawKey.Time time) {
            problems.report(
                    Rule.KEY_NEEDED,
                    time.span(),
                    "the topic is compacted" + where + ", but no two records have the same time as key",
                    "take a field as key, or set 'cleanup.policy: delete'");
        }
    }

    private static Optional<Spanned<String>> value(RawDeployment deployment, String name) {
        return Optional.ofNullable(deployment.config().get(name)).flatMap(RawDeployment.Setting::value);
    }

    // A default that fits most topics and not this one is told at the topic.
    private static Span place(Span setting, LinkedTopic topic, Deployments deployments) {
        boolean own = holds(topic.raw().deployment(), setting)
                || holds(deployments.overlay(topic.topic().name()), setting);
        return own ? setting : topic.place();
    }

    private static boolean holds(RawDeployment deployment, Span setting) {
        return deployment.config().values().stream()
                .anyMatch(known -> known.value().map(Spanned::span).equals(Optional.of(setting)));
    }
}
