package org.openbankmark.topology.generator.client;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.ClassShare;
import org.openbankmark.topology.generator.topic.TopologySources;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;

/** The class that hands out the clients of every topic. */
public final class ClientsEmitter implements Emitter<Topology> {
    private final TopologySources sources;

    /** For one topology. */
    public ClientsEmitter(TopologySources sources) {
        this.sources = sources;
    }

    @Override
    public List<GeneratedFile> emit(Topology topology) {
        return sources.clientsShares().stream()
                .map(share -> emit(topology, share))
                .toList();
    }

    private GeneratedFile emit(Topology topology, ClassShare share) {
        JavaWriter out = sources.writer(share.type());
        Javadoc doc = Javadoc.of(share.comment("Producers, consumers and request clients of every topic of {@code "
                + topology.name() + "}. Safe for use by several threads."));
        topology.doc().ifPresent(doc::text);
        sources.begin(out, "topics", doc);
        EntryClass entry = new EntryClass(sources, out, share);
        entry.open(Optional.empty());
        for (Topic topic : share.topics()) {
            if (!topic.isRaw()) {
                entry.producer(topic);
                entry.consumer(topic, Optional.empty());
            }
            if (!topic.replies().isEmpty()) {
                entry.requests(topic);
            }
        }
        entry.close();
        return sources.file(out, "the topology " + topology.name());
    }
}
