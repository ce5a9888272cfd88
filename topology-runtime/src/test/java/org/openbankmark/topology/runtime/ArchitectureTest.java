package org.openbankmark.topology.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String HERE = "org.openbankmark.topology.runtime";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HERE);

    @Test
    void nothingKnowsTheTopologyFile() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.openbankmark.topology.model..",
                        "org.yaml..",
                        "org.snakeyaml..",
                        "com.fasterxml.jackson.dataformat..")
                .check(CLASSES);
    }

    @Test
    void codecsKnowNoKafka() {
        noClasses()
                .that()
                .resideInAPackage(HERE + ".codec..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void nothingReflectsButToAskAClassThatMayNotBeThere() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HERE + ".delivery.ConfluentFailure")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..")
                .check(CLASSES);
    }
}
