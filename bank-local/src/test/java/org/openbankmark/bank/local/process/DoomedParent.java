package org.openbankmark.bank.local.process;

import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.postgres.PostgresOptions;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.local.registry.SchemaRegistryOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** Starts one of each server, prints their process ids, then waits to be killed. */
final class DoomedParent {
    private DoomedParent() {}

    public static void main(String[] args) throws InterruptedException {
        KafkaCluster kafka = KafkaCluster.start();
        SchemaRegistryServer registry = SchemaRegistryServer.start(SchemaRegistryOptions.defaults());
        PostgresServer postgres = PostgresServer.start(PostgresOptions.defaults());
        System.out.println("pids " + kafka.broker(1).pid() + " " + registry.pid() + " " + postgres.pid());
        if (args.length > 0) {
            System.exit(0);
        }
        Thread.sleep(Long.MAX_VALUE);
    }
}
