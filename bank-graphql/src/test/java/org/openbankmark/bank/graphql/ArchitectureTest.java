package org.openbankmark.bank.graphql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the packages promise not to know. */
class ArchitectureTest {
    private static final String HERE = "org.openbankmark.bank.graphql.";
    private static final String GRAPHQL = "graphql..";
    private static final String KAFKA = "org.apache.kafka..";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.openbankmark.bank.graphql");

    @Test
    void thePackagesKnowNoMoreThanTheySay() {
        knowsNot("transaction", GRAPHQL, KAFKA, "org.openbankmark.topology..", HERE + "live..", HERE + "access..");
        knowsNot("live", GRAPHQL, KAFKA, "org.openbankmark.topology..", HERE + "access..", HERE + "login..");
        knowsNot("recording", GRAPHQL, HERE + "access..", HERE + "login..");
        knowsNot("login", GRAPHQL, KAFKA, HERE + "access..", HERE + "live..", HERE + "transaction..");
        knowsNot("command", GRAPHQL, HERE + "access..", HERE + "transaction..");
        knowsNot("web", KAFKA, HERE + "login..", HERE + "transaction..");
    }

    @Test
    void kafkaIsReachedThroughGeneratedClientsOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka.clients.consumer..",
                        "org.apache.kafka.clients.producer..",
                        "org.apache.avro..")
                .check(classes);
    }

    @Test
    void ofTheOtherServicesOnlyIbansAndLogsAreUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.openbankmark.bank.handler..",
                        "org.openbankmark.bank.generator..",
                        "org.openbankmark.bank.heartbeat..",
                        "org.openbankmark.bank.services..")
                .check(classes);
    }

    private void knowsNot(String name, String... others) {
        noClasses()
                .that()
                .resideInAPackage(HERE + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(classes);
    }
}
