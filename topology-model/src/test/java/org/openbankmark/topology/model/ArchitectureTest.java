package org.openbankmark.topology.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the classes are read once for all rules
class ArchitectureTest {
    private static final String MODEL = "org.openbankmark.topology.model";

    private final JavaClasses code = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(MODEL);

    @Test
    void onlyTheYamlStageKnowsSnakeyaml() {
        noClasses()
                .that()
                .resideOutsideOfPackage(MODEL + ".yaml")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml.snakeyaml..")
                .check(code);
    }

    @Test
    void whatEmittersSeeDependsOnNothingButAvro() {
        classes()
                .that()
                .resideInAnyPackage(MODEL, MODEL + ".type")
                .and()
                .doNotHaveSimpleName("TopologyLoader")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(MODEL, MODEL + ".type", "org.apache.avro..", "java..", "org.jspecify..")
                .check(code);
    }

    @Test
    void rawElementsKnowNeitherYamlNorTheResolvedTypes() {
        noClasses()
                .that()
                .resideInAPackage(MODEL + ".raw")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        MODEL + ".yaml", MODEL + ".type", MODEL + ".link", MODEL + ".parse", "org.apache.avro..")
                .check(code);
    }

    @Test
    void theLinkerKnowsNoYamlAndReadsNoFiles() {
        noClasses()
                .that()
                .resideInAPackage(MODEL + ".link")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MODEL + ".yaml", MODEL + ".parse", MODEL + ".imports")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .check(code);
    }

    @Test
    void stagesFollowOneAnother() {
        slices().matching(MODEL + ".(yaml|parse|raw|link|imports|avro|config|naming)..")
                .should()
                .beFreeOfCycles()
                .check(code);
    }

    @Test
    void nothingPrintsOrExits() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(code);
    }
}
