package org.openbankmark.bank;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String HERE = "org.openbankmark.bank.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    HERE + "account",
                    HERE + "generator",
                    HERE + "handler",
                    HERE + "heartbeat",
                    HERE + "operations",
                    HERE + "services");

    @Test
    void kafkaIsReachedThroughGeneratedClientsOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka.clients.consumer..",
                        "org.apache.kafka.clients.producer..",
                        "org.apache.kafka.common.serialization..",
                        "org.openbankmark.topology.runtime.codec..",
                        "org.openbankmark.topology.runtime.serde..")
                .check(CLASSES);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        knowsNot("heartbeat", "generator", "handler", "services");
        knowsNot("generator", "heartbeat", "handler", "services");
        knowsNot("handler", "heartbeat", "generator", "services");
        knowsNot("operations", "heartbeat", "generator", "handler", "services");
    }

    @Test
    void rulesKnowNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage(HERE + "handler.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", HERE + "handler.ledger..", HERE + "handler.outbox..")
                .check(CLASSES);
    }

    private static void knowsNot(String name, String... others) {
        for (String other : others) {
            noClasses()
                    .that()
                    .resideInAPackage(HERE + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(HERE + other + "..")
                    .check(CLASSES);
        }
    }
}
