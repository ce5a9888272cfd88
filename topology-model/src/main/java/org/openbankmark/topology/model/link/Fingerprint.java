package org.openbankmark.topology.model.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.GraphQl;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;

/**
 * A hash over what a topology means. Each text is written with its length before it, so that no two meanings give the
 * same bytes; what has no order in the file's meaning is sorted.
 */
final class Fingerprint {
    private final ByteArrayOutputStream meaning = new ByteArrayOutputStream(1 << 16);

    static String of(
            String name,
            String namespace,
            Optional<String> doc,
            List<NamedType> types,
            Collection<Topic> topics,
            List<Service> services,
            GraphQl graphQl) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.text("topology-1").text(name).text(namespace).text(doc);
        SchemaText schemas = new SchemaText(fingerprint::text);
        types.stream().sorted(Comparator.comparing(NamedType::fullName)).forEach(schemas::write);
        topics.stream().sorted(Comparator.comparing(Topic::name)).forEach(fingerprint::topic);
        services.stream().sorted(Comparator.comparing(Service::name)).forEach(fingerprint::service);
        fingerprint.graphQl(graphQl);
        return fingerprint.hex();
    }

    private String hex() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(meaning.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void topic(Topic topic) {
        text("topic").text(topic.name()).number(topic.partitions()).number(topic.replicas());
        // The order of types is that of generated handlers' methods, which is no meaning.
        texts(topic.types().stream().map(RecordType::fullName).sorted().toList());
        text(topic.subjectStrategy().name()).text(topic.compatibility().name());
        KeySpec key = topic.key();
        text(key.getClass().getSimpleName());
        texts(key instanceof KeySpec.Fields fields ? fields.paths() : List.of());
        number(topic.config().size());
        topic.config().forEach((setting, value) -> text(setting).text(value));
        texts(topic.replies().stream().sorted().toList());
        text(topic.deadLetter()).text(topic.doc()).text(topic.deprecated());
        text(topic.preventDelete() + "/" + topic.declared());
    }

    private void service(Service service) {
        text("service").text(service.name()).text(service.doc());
        texts(service.consumes().stream().sorted().toList());
        texts(service.produces().stream().sorted().toList());
    }

    private void graphQl(GraphQl graphQl) {
        text("graphql");
        graphQl.subscriptions().stream()
                .sorted(Comparator.comparing(GraphQl.Subscription::topic))
                .forEach(subscription -> text(subscription.topic())
                        .texts(subscription.filter().stream().sorted().toList()));
        texts(graphQl.mutations().stream().map(GraphQl.Mutation::topic).sorted().toList());
    }

    private Fingerprint text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        meaning.writeBytes(bytes);
        return this;
    }

    private Fingerprint text(Optional<String> text) {
        number(text.isPresent() ? 1 : 0);
        text.ifPresent(this::text);
        return this;
    }

    private Fingerprint texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    private Fingerprint number(int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            meaning.write(number >>> shift);
        }
        return this;
    }
}
