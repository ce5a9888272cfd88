package org.openbankmark.topology.bench.clients;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.KafkaOptions;
import org.openbankmark.bank.local.kafka.ReadyTopics;
import org.openbankmark.topology.bench.registry.OneSchemaRegistry;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.Measurement;
import org.openbankmark.topology.bench.result.Origin;
import org.openbankmark.topology.runtime.settings.Settings;

/**
 * BalanceChanged from a producer through one broker to a consumer, all on this machine: generated clients and plain ones take turns, forth and back,
 * in one JVM, on a topic each. The plain ones with byte arrays make nothing of them: they are the most that this machine can do. Time from the first send until the last message is handled.
 */
public final class ClientsComparison {
    private static final int LEAST_WARM_UP = 3;
    private static final int MOST_WARM_UP = 8;
    // Of the time that passes, in which the compilers may still be busy when the rounds that count begin.
    private static final double COMPILING = 0.05;
    // Of a thread that is worth a line.
    private static final double LEAST_NANOS = 10;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final int messages;
    private final int warmUp;
    private final int rounds;

    /**
     * @param messages in each round
     * @param warmUp turns that are not counted, at most
     */
    ClientsComparison(int messages, int warmUp, int rounds) {
        this.messages = messages;
        this.warmUp = warmUp;
        this.rounds = rounds;
    }

    /** Arguments: how many messages in each round, 1,000,000 unless said; how many rounds, in the place of {@code BENCH_ROUNDS}. */
    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Origin.rounds();
        new ClientsComparison(messages, MOST_WARM_UP, rounds).run(Findings.of("clients"));
    }

    void run(Findings findings) throws Exception {
        try (KafkaCluster kafka =
                        KafkaCluster.start(KafkaOptions.defaults().withJvmOptions("-XX:TieredStopAtLevel=4"));
                OneSchemaRegistry registry = new OneSchemaRegistry(BalanceChanged.SCHEMA$)) {
            makeTopics(kafka.bootstrapServers());
            Settings settings = Settings.of(
                    Map.of("bootstrap.servers", kafka.bootstrapServers(), "schema.registry.url", registry.url()));
            Messages prepared = Messages.make(settings);
            try (Pipes pipes = Pipes.open(prepared, settings, kafka.bootstrapServers(), registry.url())) {
                warmUp(findings, pipes);
                Map<String, List<Double>> rates = new LinkedHashMap<>();
                Map<String, Map<String, List<Double>>> processor = new LinkedHashMap<>();
                List<Map.Entry<String, Pipe>> order =
                        new ArrayList<>(pipes.all().entrySet());
                for (int i = 0; i < rounds; i++) {
                    for (Map.Entry<String, Pipe> pipe : order) {
                        settle(pipe.getValue());
                        ProcessorTimes before = ProcessorTimes.now();
                        rates.computeIfAbsent(pipe.getKey(), unused -> new ArrayList<>())
                                .add(round(pipe.getValue(), messages));
                        Map<String, List<Double>> used =
                                processor.computeIfAbsent(pipe.getKey(), unused -> new LinkedHashMap<>());
                        ProcessorTimes.now().since(before, messages).forEach((thread, nanos) -> used.computeIfAbsent(
                                        thread, unused -> new ArrayList<>())
                                .add(nanos));
                    }
                    Collections.reverse(order);
                }
                tellProcessorTimes(findings, processor);
                conclude(findings, prepared, rates);
            }
        }
    }

    /**
     * Until the compilers rest: each of the pipes makes the JVM compile again what they share, and while it does, that is most of
     * what is measured. The broker, which does the same for all of them, is given as many turns.
     */
    private void warmUp(Findings findings, Pipes pipes) throws IOException, InterruptedException {
        for (int turn = 1; turn <= warmUp; turn++) {
            long start = System.nanoTime();
            long compiled = compilationMillis();
            for (Pipe pipe : pipes.all().values()) {
                round(pipe, messages);
            }
            double share = (compilationMillis() - compiled) * 1e6 / (System.nanoTime() - start);
            if (turn >= LEAST_WARM_UP && share < COMPILING) {
                findings.say("warm after " + turn + " turns");
                return;
            }
        }
        if (warmUp > 0) {
            findings.say("the compilers were busy still after " + warmUp + " turns");
        }
    }

    private static long compilationMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    /** Where the time goes: the rates are what is left of two processors after it. */
    private static void tellProcessorTimes(
            Findings findings, Map<String, Map<String, List<Double>>> nanosByThreadByPipe) {
        nanosByThreadByPipe.forEach((pipe, byThread) -> {
            byThread.forEach((thread, nanos) -> {
                Measurement measured = new Measurement(thread, "ns", nanos);
                if (measured.median() >= LEAST_NANOS) {
                    findings.add(pipe + ": " + thread, "ns of a processor for a message", nanos);
                }
            });
        });
    }

    private static void conclude(Findings findings, Messages prepared, Map<String, List<Double>> rates)
            throws IOException {
        findings.say("values of " + prepared.bytes() + " bytes");
        Map<String, Measurement> found = new LinkedHashMap<>();
        rates.forEach((name, values) -> found.put(name, findings.add(name, "messages/s", values)));
        double ours = Objects.requireNonNull(found.get(Pipes.GENERATED)).median();
        findings.atLeast(
                "throughput of generated clients by that of plain ones with Confluent's serializers",
                ours / Objects.requireNonNull(found.get(Pipes.CONFLUENT)).median(),
                1);
        findings.atLeast(
                "by that of plain ones with byte arrays",
                ours / Objects.requireNonNull(found.get(Pipes.BYTES)).median(),
                0.95);
        findings.conclude();
    }

    /** What the pipe before left to the broker and to the collector is not to be done in the time of this one. */
    private void settle(Pipe pipe) throws IOException, InterruptedException {
        round(pipe, messages / 10);
    }

    private static double round(Pipe pipe, int messages) throws IOException, InterruptedException {
        long goal = pipe.handled() + messages;
        long start = System.nanoTime();
        pipe.send(messages);
        while (pipe.handled() < goal) {
            pipe.requireHealthy();
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new IOException("after " + LIMIT + " " + (goal - pipe.handled()) + " messages are missing");
            }
            Thread.sleep(1); // between two looks at the counter
        }
        return messages * 1e9 / (System.nanoTime() - start);
    }

    private static void makeTopics(String brokers) throws Exception {
        int partitions = BankTopics.BALANCE_CHANGED.partitions();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            ReadyTopics.create(
                    admin,
                    List.of(
                            new NewTopic(Pipes.BYTES_TOPIC, partitions, (short) 1),
                            new NewTopic(Pipes.CONFLUENT_TOPIC, partitions, (short) 1),
                            new NewTopic(Pipes.CODEC_TOPIC, partitions, (short) 1),
                            new NewTopic(BankTopics.Names.BALANCE_CHANGED, partitions, (short) 1),
                            new NewTopic(BankTopics.BALANCE_CHANGED.deadLetter().orElseThrow(), 1, (short) 1)));
        }
    }
}
