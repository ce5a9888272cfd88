package org.openbankmark.topology;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which room may know what of which other. */
class ArchitectureTest {
    private static final String ROOT = "org.openbankmark.topology.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.openbankmark.topology.generator", "org.openbankmark.topology.plugin");

    @Test
    void theGeneratorKnowsNoMaven() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "generator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "javax.inject..", ROOT + "plugin..")
                .check(CLASSES);
    }

    @Test
    void nothingHereKnowsYamlOrHowATopologyFileIsRead() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.yaml..",
                        ROOT + "model.yaml..",
                        ROOT + "model.raw..",
                        ROOT + "model.parse..",
                        ROOT + "model.link..",
                        ROOT + "model.source..")
                .check(CLASSES);
    }

    @Test
    void goalsKnowRequestsAndResultsAndNoEmitter() {
        classes()
                .that()
                .resideInAPackage(ROOT + "plugin..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "plugin..",
                        ROOT + "generator.pipeline..",
                        ROOT + "generator.output..",
                        ROOT + "model.problem..",
                        "org.apache.maven..",
                        "org.codehaus.plexus..",
                        "org.w3c.dom..",
                        "org.xml..",
                        "org.jspecify..",
                        "javax..",
                        "java..")
                .check(CLASSES);
    }

    @Test
    void theDiskKnowsNeitherTheModelNorWhatIsInAFile() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "generator.output..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "model..",
                        ROOT + "generator.java..",
                        ROOT + "generator.naming..",
                        ROOT + "generator.record..",
                        ROOT + "generator.topic..",
                        ROOT + "generator.client..",
                        ROOT + "generator.graphql..",
                        ROOT + "generator.resource..",
                        ROOT + "generator.pipeline..",
                        "org.apache.avro..")
                .check(CLASSES);
    }

    @Test
    void emittersTouchNoDisk() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "generator.java..",
                        ROOT + "generator.naming..",
                        ROOT + "generator.record..",
                        ROOT + "generator.topic..",
                        ROOT + "generator.client..",
                        ROOT + "generator.graphql..",
                        ROOT + "generator.resource..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", ROOT + "generator.output..")
                .check(CLASSES);
    }

    @Test
    void noRoomsDependOnEachOtherInACircle() {
        slices().matching(ROOT + "generator.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
