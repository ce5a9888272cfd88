package org.openbankmark.topology.generator.client;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.ClassShare;
import org.openbankmark.topology.generator.topic.TopologySources;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;

/** A service's own entry class: it hands out what the service declares, so that using anything else does not compile. */
public final class ServiceEmitter implements Emitter<Service> {
    private final Topology topology;
    private final TopologySources sources;

    /** For the services of one topology. */
    public ServiceEmitter(Topology topology, TopologySources sources) {
        this.topology = topology;
        this.sources = sources;
    }

    @Override
    public List<GeneratedFile> emit(Service service) {
        return sources.serviceShares(service).stream()
                .map(share -> emit(service, share))
                .toList();
    }

    private GeneratedFile emit(Service service, ClassShare share) {
        JavaWriter out = sources.writer(share.type());
        Javadoc doc = Javadoc.of(share.comment("What the service {@code " + service.name()
                + "} may read and write. Safe for use by several threads."));
        service.doc().ifPresent(doc::text);
        sources.begin(out, service.path(), doc);
        EntryClass entry = new EntryClass(sources, out, share);
        boolean reads = service.consumes().stream().map(this::topic).anyMatch(topic -> !topic.isRaw());
        entry.open(reads ? Optional.of(service.name()) : Optional.empty());
        for (Topic topic : share.topics()) {
            if (!topic.isRaw() && service.produces().contains(topic.name())) {
                entry.producer(topic);
            }
            if (!topic.isRaw() && service.consumes().contains(topic.name())) {
                entry.consumer(topic, Optional.of(service.name()));
            }
            if (service.requests(topic)) {
                entry.requests(topic);
            }
        }
        entry.close();
        return sources.file(out, service.location() + " (" + service.path() + ")");
    }

    private Topic topic(String name) {
        return topology.topic(name)
                .orElseThrow(() -> new IllegalArgumentException("no topic " + name + " in " + topology.name()));
    }
}
