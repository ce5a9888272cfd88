package org.openbankmark.topology.it.endtoend;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plain Kafka clients with the genuine Confluent serializers, as another team's program would have them. */
record GenuineClients(String bootstrapServers, String registryUrl) {
    RecordMetadata sendSpecific(String topic, SpecificRecord record) throws Exception {
        return send(topic, record);
    }

    RecordMetadata sendGeneric(String topic, SpecificRecord record) throws Exception {
        return send(topic, asGeneric(record));
    }

    RecordMetadata send(String topic, Object record) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "schema.registry.url",
                registryUrl,
                "auto.register.schemas",
                false,
                "avro.remove.java.properties",
                true,
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                KafkaAvroSerializer.class);
        try (KafkaProducer<String, Object> producer = new KafkaProducer<>(settings)) {
            return producer.send(new ProducerRecord<>(topic, "any key", record)).get(30, TimeUnit.SECONDS);
        }
    }

    Object readSpecific(RecordMetadata place) {
        return read(place, true);
    }

    GenericRecord readGeneric(RecordMetadata place) {
        return (GenericRecord) read(place, false);
    }

    private Object read(RecordMetadata place, boolean specific) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "schema.registry.url",
                registryUrl,
                "specific.avro.reader",
                specific,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                KafkaAvroDeserializer.class,
                "max.poll.records",
                1);
        try (KafkaConsumer<String, Object> consumer = new KafkaConsumer<>(settings)) {
            TopicPartition partition = new TopicPartition(place.topic(), place.partition());
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.offset());
            for (ConsumerRecord<String, Object> record : consumer.poll(Duration.ofSeconds(30))) {
                assert record.offset() == place.offset();
                return record.value();
            }
            throw new AssertionError("nothing at " + place);
        }
    }

    /** The same record as another language sees it: written by Avro's own writer, read without classes or logical types. */
    static GenericRecord asGeneric(SpecificRecord record) throws IOException {
        Schema neutral = new Schema.Parser()
                .parse(BankOnServers.schemaFile(record.getSchema().getFullName()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return new GenericDatumReader<GenericRecord>(neutral)
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }
}
