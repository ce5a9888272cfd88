package org.openbankmark.topology.graphql.stream;

import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.openbankmark.topology.runtime.client.Connection;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.tail.Tail;
import org.openbankmark.topology.runtime.tail.TailHandler;
import org.openbankmark.topology.runtime.tail.TailSpec;
import org.openbankmark.topology.runtime.topic.Topic;

/** Hands records to whoever reads the tail. */
final class FakeConnection implements Connection {
    int tails;
    private TailHandler<Object> handler;
    private long offset;

    void write(Object value) {
        handler.received(new Received<>(value, null, "t", 0, offset++, Instant.EPOCH, new RecordHeaders()));
    }

    TailHandler<Object> handler() {
        return handler;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Tail tail(TailSpec<T> spec) {
        tails++;
        handler = (TailHandler<Object>) spec.handler();
        return () -> {};
    }

    @Override
    public <T> RecordSender<T> sender(Topic<T> topic) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> ConsumerControl consume(ConsumerSpec<T> spec) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <C, R> RequestChannel<C, R> requests(RequestSpec<C, R> spec) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
