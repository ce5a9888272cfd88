package org.openbankmark.topology.graphql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.openbankmark.topology.graphql");

    @Test
    void nothingKnowsAFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "reactor..", "jakarta..")
                .check(CLASSES);
    }

    @Test
    void streamsKnowNoGraphQl() {
        noClasses()
                .that()
                .resideInAPackage("..graphql.stream..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("graphql..")
                .check(CLASSES);
    }

    @Test
    void nothingReflects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..", "graphql.schema.PropertyDataFetcher")
                .check(CLASSES);
    }
}
