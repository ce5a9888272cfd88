package org.openbankmark.topology.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.output.OutputException;
import org.openbankmark.topology.generator.output.Roots;
import org.openbankmark.topology.generator.pipeline.GenerationRequest;
import org.openbankmark.topology.generator.pipeline.GenerationResult;
import org.openbankmark.topology.generator.pipeline.Generator;
import org.openbankmark.topology.generator.pipeline.Part;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.problem.Problem;

/**
 * Generates Java sources and resources from a topology file: records with their codecs, topics, producers, consumers,
 * services, schemas. Does nothing where nothing changed, and writes only the files whose content changes.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
    private static final Set<String> COMPILE_SCOPES = Set.of("compile", "provided", "system");

    /** The topology file. */
    @Parameter(
            property = "topology.topologyFile",
            defaultValue = "${project.basedir}/src/main/topology/topology.yaml",
            required = true)
    private @Nullable File topologyFile;

    /** Which of the topology's environments to lay over it; none unless said. */
    @Parameter(property = "topology.environment")
    private @Nullable String environment;

    /** Where Java sources go; added to the project's source roots. */
    @Parameter(
            property = "topology.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/topology",
            required = true)
    private @Nullable File outputDirectory;

    /** Where schemas and the topology's description go; added to the project's resources. */
    @Parameter(
            property = "topology.resourcesDirectory",
            defaultValue = "${project.build.directory}/generated-resources/topology",
            required = true)
    private @Nullable File resourcesDirectory;

    /** Where Java sources for tests go; added to the project's test source roots if test support is generated. */
    @Parameter(
            property = "topology.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/topology",
            required = true)
    private @Nullable File testOutputDirectory;

    /** Where the plugin remembers what it wrote, so that it can do nothing next time. */
    @Parameter(
            property = "topology.stateDirectory",
            defaultValue = "${project.build.directory}/topology",
            required = true)
    private @Nullable File stateDirectory;

    /** Whether to generate producers, consumers, request clients, services and the entry class. */
    @Parameter(property = "topology.clients", defaultValue = "true")
    private boolean clients;

    /**
     * Whether to generate schema and wiring of what the topology opens to GraphQL. Unless said, where {@code topology-graphql} is
     * among the project's own dependencies, and not for tests or the run only, since the generated code needs it.
     */
    @Parameter(property = "topology.graphql")
    private @Nullable Boolean graphql;

    /** Whether to generate fixtures for tests: one for each record. */
    @Parameter(property = "topology.testSupport", defaultValue = "false")
    private boolean testSupport;

    /** Whether to do nothing at all. */
    @Parameter(property = "topology.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project.build.sourceEncoding}", readonly = true)
    private @Nullable String sourceEncoding;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private @Nullable MojoExecution execution;

    private final BuildContext buildContext;

    /** Called by Maven. */
    @Inject
    public GenerateMojo(BuildContext buildContext) {
        this.buildContext = buildContext;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, because topology.skip is set");
            return;
        }
        try {
            GenerationRequest request = request();
            refuseSecondExecution(request);
            addRoots(request);
            long start = System.nanoTime();
            GenerationResult result = Generator.generate(request);
            report(request, result, (System.nanoTime() - start) / 1_000_000);
            SourceEncoding.complaint(sourceEncoding, request.roots().sources()).ifPresent(getLog()::warn);
        } catch (InvalidTopologyException e) {
            throw failure(e);
        } catch (OutputException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot generate from " + topologyFile + ": " + e, e);
        }
    }

    private void refuseSecondExecution(GenerationRequest request) throws MojoFailureException {
        // Maven keeps it as a map of whatever to whatever.
        @SuppressWarnings("unchecked")
        Map<Object, Object> context = getPluginContext();
        Optional<String> wrong = Executions.in(context).add(given(execution).getExecutionId(), request);
        if (wrong.isPresent()) {
            throw new MojoFailureException(wrong.get());
        }
    }

    private GenerationRequest request() throws IOException {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (clients) {
            parts.add(Part.CLIENTS);
        }
        if (graphql != null ? graphql : hasGraphQlLibrary()) {
            parts.add(Part.GRAPHQL);
        }
        if (testSupport) {
            parts.add(Part.TEST_SUPPORT);
        }
        return new GenerationRequest(
                path(topologyFile),
                Optional.ofNullable(environment).filter(name -> !name.isBlank()),
                new Roots(path(outputDirectory), path(resourcesDirectory), path(testOutputDirectory)),
                path(stateDirectory),
                parts,
                given(execution).getVersion(),
                PluginBuild.identity(given(execution).getVersion()));
    }

    private boolean hasGraphQlLibrary() {
        for (Dependency dependency : given(project).getDependencies()) {
            if (dependency.getArtifactId().equals("topology-graphql")
                    && dependency.getGroupId().equals("org.openbankmark")
                    && isThereToCompile(dependency)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThereToCompile(Dependency dependency) {
        String scope = dependency.getScope();
        return scope == null || scope.isEmpty() || COMPILE_SCOPES.contains(scope);
    }

    private void addRoots(GenerationRequest request) {
        MavenProject target = given(project);
        target.addCompileSourceRoot(request.roots().sources().toString());
        if (testSupport) {
            target.addTestCompileSourceRoot(request.roots().testSources().toString());
        }
        String resources = request.roots().resources().toString();
        if (target.getResources().stream().noneMatch(known -> resources.equals(known.getDirectory()))) {
            Resource resource = new Resource();
            resource.setDirectory(resources);
            target.addResource(resource);
        }
    }

    private void report(GenerationRequest request, GenerationResult result, long millis) {
        getLog().info(result.sentence() + " (" + millis + " ms)");
        result.kept().forEach(file -> getLog().warn(file
                + " is generated no more, but was edited by hand, so it is left; delete it or move it away"));
        if (result.outcome() == GenerationResult.Outcome.GENERATED) {
            // Tells an IDE to look at what changed; nothing on the command line.
            buildContext.refresh(request.roots().sources().toFile());
            buildContext.refresh(request.roots().resources().toFile());
            if (testSupport) {
                buildContext.refresh(request.roots().testSources().toFile());
            }
        }
    }

    private MojoFailureException failure(InvalidTopologyException invalid) {
        for (Problem problem : invalid.problems()) {
            getLog().error(problem.render());
        }
        int count = invalid.problems().size();
        return new MojoFailureException((count == 1 ? "1 mistake" : count + " mistakes") + " in "
                + given(topologyFile).getName() + ", see above; no file was touched");
    }

    private static Path path(@Nullable File file) {
        return given(file).toPath();
    }

    /** Maven sets parameters after construction, and fails by itself if a required one is missing. */
    private static <T> T given(@Nullable T parameter) {
        return Objects.requireNonNull(parameter);
    }
}
