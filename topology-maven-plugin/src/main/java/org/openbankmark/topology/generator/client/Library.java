package org.openbankmark.topology.generator.client;

import org.openbankmark.topology.generator.java.JavaType.ClassName;

/** Classes that generated clients use; the generator itself does not need them on its class path. */
final class Library {
    private static final String RUNTIME = "org.openbankmark.topology.runtime.";

    static final ClassName CONNECTION = ClassName.of(RUNTIME + "client", "Connection");
    static final ClassName KAFKA_CONNECTION = ClassName.of(RUNTIME + "client", "KafkaConnection");
    static final ClassName START_EXCEPTION = ClassName.of(RUNTIME + "client", "StartException");
    static final ClassName SETTINGS = ClassName.of(RUNTIME + "settings", "Settings");
    static final ClassName RECORD_SENDER = ClassName.of(RUNTIME + "producer", "RecordSender");
    static final ClassName TOPIC_CONSUMER = ClassName.of(RUNTIME + "consumer", "TopicConsumer");
    static final ClassName CONSUMER_CONTROL = ClassName.of(RUNTIME + "consumer", "ConsumerControl");
    static final ClassName RECORD_HANDLER = ClassName.of(RUNTIME + "consumer", "RecordHandler");
    static final ClassName RECEIVED = ClassName.of(RUNTIME + "consumer", "Received");
    static final ClassName TOPIC_REQUESTS = ClassName.of(RUNTIME + "request", "TopicRequests");
    static final ClassName REQUEST_CHANNEL = ClassName.of(RUNTIME + "request", "RequestChannel");
    static final ClassName RECORD_METADATA = ClassName.of("org.apache.kafka.clients.producer", "RecordMetadata");

    private Library() {}
}
