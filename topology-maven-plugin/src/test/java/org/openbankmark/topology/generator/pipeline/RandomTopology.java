package org.openbankmark.topology.generator.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A topology file under a hand that never rests: each edit is one that people make. */
final class RandomTopology {
    private static final List<String> TYPES = List.of(
            "string",
            "string?",
            "long",
            "int[]",
            "boolean",
            "double",
            "decimal(12,2)",
            "timestamp-millis",
            "uuid",
            "Reference",
            "Colour",
            "Token",
            "Token?",
            "{ type: string, secret: true }",
            "{ type: int, default: 7, aliases: [before] }",
            "{ type: string, doc: \"of */ the \\\"field\\\"\" }");

    private final Random random;
    private final Map<String, Map<String, String>> records = new LinkedHashMap<>();
    private final Map<String, String> docs = new LinkedHashMap<>();
    private final List<String> topics = new ArrayList<>();
    private String colours = "RED, GREEN";
    private String topicDoc = "";
    private String head = "";
    private int partitions = 1;
    private int count;

    RandomTopology(Random random) {
        this.random = random;
        for (int i = 0; i < 6; i++) {
            addRecord("First" + i);
        }
        topics.addAll(List.copyOf(records.keySet()).subList(0, 4));
    }

    /** The same, to be edited apart from the other. */
    RandomTopology(RandomTopology other) {
        random = other.random;
        other.records.forEach((name, fields) -> records.put(name, new LinkedHashMap<>(fields)));
        docs.putAll(other.docs);
        topics.addAll(other.topics);
        colours = other.colours;
        topicDoc = other.topicDoc;
        head = other.head;
        partitions = other.partitions;
        count = other.count;
    }

    private void addRecord() {
        // Names of classes that generated code uses, and of variables, bend the names in the files of others.
        List<String> names = List.of("Thing", "String", "List", "Builder", "shape", "Override", "Codec");
        String name = names.get(random.nextInt(names.size())) + (random.nextInt(3) > 0 ? count : "");
        count++;
        addRecord(name);
    }

    private void addRecord(String name) {
        if (records.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("id", "uuid");
            records.put(name, fields);
            addField(name);
        }
    }

    private void addField(String record) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        if (random.nextInt(4) == 0) {
            type = any(List.copyOf(records.keySet())) + "?";
        }
        String name = random.nextInt(8) == 0 ? "thing" : "f" + random.nextInt(9);
        records.get(record).put(name, type);
    }

    /** Changes one thing, and says what. */
    String edit() {
        String record = any(List.copyOf(records.keySet()));
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> {
                addField(record);
                return "a field of " + record;
            }
            case 4 -> {
                List<String> fields = List.copyOf(records.get(record).keySet());
                String field = any(fields);
                if (!field.equals("id")) {
                    records.get(record).remove(field);
                }
                return "without " + record + "." + field;
            }
            case 5 -> {
                addRecord();
                return "a new record";
            }
            case 6 -> {
                if (!topics.contains(record) && records.size() > 3) {
                    records.remove(record);
                    records.values().forEach(fields -> fields.values().removeIf((record + "?")::equals));
                }
                return "without " + record;
            }
            case 7 -> {
                docs.put(record, "Said " + random.nextInt(3) + " times.");
                return "the doc of " + record;
            }
            case 8 -> {
                colours = colours.equals("RED, GREEN") ? "RED, GREEN, BLUE" : "RED, GREEN";
                return "the enum";
            }
            case 9 -> {
                head = "# line\n".repeat(random.nextInt(5));
                return "lines above";
            }
            case 10 -> {
                topicDoc = topicDoc.isEmpty() ? ", doc: \"New <b>words</b>.\"" : "";
                return "the doc of the first topic";
            }
            case 11 -> {
                partitions = 1 + random.nextInt(3);
                return "the partitions of all topics";
            }
            case 12 -> {
                records.put(record, records.remove(record));
                return record + " to the end";
            }
            default -> {
                if (!topics.contains(record)) {
                    topics.add(record);
                } else if (topics.size() > 3) {
                    topics.remove(record);
                }
                return "the topic of " + record;
            }
        }
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    String yaml() {
        StringBuilder yaml = new StringBuilder(head);
        yaml.append("topology: shop\nnamespace: org.example.shop\ntypes:\n");
        yaml.append("  Reference: uuid\n  Colour: { enum: [").append(colours).append("] }\n");
        yaml.append("  Token: { type: string, secret: true }\nrecords:\n");
        records.forEach((name, fields) -> {
            yaml.append("  ").append(name).append(":\n");
            if (docs.containsKey(name)) {
                yaml.append("    doc: ").append(docs.get(name)).append('\n');
            }
            yaml.append("    fields:\n");
            fields.forEach((field, type) -> yaml.append("      ")
                    .append(field)
                    .append(": ")
                    .append(type)
                    .append('\n'));
        });
        yaml.append("topics:\n");
        for (int i = 0; i < topics.size(); i++) {
            yaml.append("  ").append(topic(i)).append(": { type: ").append(topics.get(i));
            yaml.append(", key: id, partitions: ").append(partitions);
            yaml.append(i == 0 ? topicDoc + ", replies: [" + topic(1) + ", " + topic(2) + "]" : "");
            yaml.append(" }\n");
        }
        yaml.append("services:\n  desk: { consumes: [")
                .append(topic(1))
                .append(", ")
                .append(topic(2));
        yaml.append("], produces: [").append(topic(0)).append("] }\n");
        yaml.append("graphql: { subscriptions: { ").append(topic(1)).append(": { filter: [id] } } }\n");
        return yaml.toString();
    }

    private String topic(int index) {
        return "topic-of-" + topics.get(index);
    }
}
