package org.openbankmark.topology.model.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.naming.Names;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.raw.RawService;
import org.openbankmark.topology.model.source.Spanned;

/** Links services: each may only name topics of records that are declared. */
final class ServiceLinker {
    private final Map<String, LinkedTopic> topics;
    private final ProblemCollector problems;

    ServiceLinker(Map<String, LinkedTopic> topics, ProblemCollector problems) {
        this.topics = topics;
        this.problems = problems;
    }

    List<Service> link(List<RawService> raw) {
        List<Service> services = new ArrayList<>();
        Map<String, RawService> folded = new HashMap<>();
        for (RawService service : raw) {
            String name = service.name().value();
            ProblemCollector here = problems.at(name);
            Names.service(service.name(), here);
            @Nullable RawService first = folded.putIfAbsent(Names.folded(name), service);
            if (first != null) {
                here.report(
                        Rule.NAME_COLLISION,
                        service.name().span(),
                        "the services '" + name + "' and '" + first.name().value() + "' ("
                                + first.name().span().location() + ") are too alike: they would share a class name",
                        "let them differ in more than '.', '_', '-' and upper or lower case");
            }
            if (service.consumes().isEmpty() && service.produces().isEmpty()) {
                here.report(
                        Rule.INVALID_SERVICE,
                        service.name().span(),
                        "the service '" + name + "' neither consumes nor produces anything",
                        "name topics under 'consumes' or 'produces', or remove the service");
            }
            services.add(new Service(
                    name,
                    topics(service.consumes(), here.at("consumes")),
                    topics(service.produces(), here.at("produces")),
                    service.doc(),
                    service.name().span().location(),
                    "services." + name));
        }
        return services;
    }

    private List<String> topics(List<Spanned<String>> names, ProblemCollector here) {
        for (Spanned<String> name : names) {
            LinkedTopic topic = topics.get(name.value());
            if (topic == null) {
                here.report(
                        Rule.UNKNOWN_TOPIC,
                        name.span(),
                        "unknown topic '" + name.value() + "'",
                        Suggestion.didYouMean(name.value(), topics.keySet())
                                .or(() -> Optional.of("declare it under 'topics'")));
            } else if (topic.holdsDeadLetters()) {
                here.report(
                        Rule.INVALID_SERVICE,
                        name.span(),
                        "'" + name.value() + "' holds dead letters, for which there is no typed client",
                        "remove it; whoever consumes a topic may write to its dead-letter topic");
            }
        }
        return names.stream().map(Spanned::value).toList();
    }
}
