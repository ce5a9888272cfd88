package org.openbankmark.topology.model.yaml;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.source.Span;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Parses one YAML document. Constructs no objects, whatever tags the text holds. */
public final class YamlReader {
    /** How deep mappings and lists may stand in each other. */
    static final int MAX_DEPTH = 60;

    private YamlReader() {}

    /** The document's root; empty, with a problem reported, where the text is no single YAML document. */
    public static Optional<YamlNode> read(Source source, ProblemCollector problems) {
        Optional<YamlNode> plain = PlainYaml.read(source);
        return plain.isPresent() ? plain : readAny(source, problems);
    }

    /** The same by snakeyaml, whatever the text has in it. */
    static Optional<YamlNode> readAny(Source source, ProblemCollector problems) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(Integer.MAX_VALUE);
        // Aliases cost nothing as such; what they expand to is bounded by NodeConversion.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        @Nullable Node root;
        try {
            root = compose(OptionalMark.hide(source.text()), options);
        } catch (MarkedYAMLException e) {
            reportMarked(source, e, problems);
            return Optional.empty();
        } catch (ReaderException e) {
            reportCharacter(source, e, problems);
            return Optional.empty();
        } catch (YAMLException e) {
            reportUnmarked(source, e, problems);
            return Optional.empty();
        }
        if (root == null) {
            problems.report(
                    Rule.EMPTY_FILE,
                    source.start(),
                    "the file is empty",
                    "begin with 'topology: name' and 'namespace:'");
            return Optional.empty();
        }
        return new NodeConversion(source, problems).convert(root);
    }

    /** As snakeyaml's facade does it, without all that makes objects of nodes and text of objects. */
    private static @Nullable Node compose(String text, LoaderOptions options) {
        StreamReader reader = new StreamReader(new StringReader(text));
        return new Composer(new ParserImpl(reader, options), new MergeKeys(), options).getSingleNode();
    }

    /** Knows a merge key; every other plain scalar is a text, since its meaning follows from where it stands. */
    private static final class MergeKeys extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, MERGE, "<", 10);
        }
    }

    private static void reportMarked(Source source, MarkedYAMLException e, ProblemCollector problems) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        Span span = mark == null ? source.start() : new Span(source, mark.getLine() + 1, mark.getColumn() + 1, 1);
        String problem = e.getProblem() == null ? "not valid YAML" : e.getProblem();
        if (problem.contains("found another document")) {
            problems.report(
                    Rule.SEVERAL_DOCUMENTS,
                    new Span(source, span.line(), span.column(), 3),
                    "a second document begins here",
                    "keep one document in a file; share parts between files with 'import'");
        } else if (problem.startsWith("found character") && problem.contains("(TAB)")) {
            problems.report(Rule.TAB, span, "a tab stands where YAML wants spaces", "indent with spaces");
        } else if (problem.contains("tag is not allowed")) {
            problems.report(Rule.YAML_TAG, span, "the tag here has no meaning in a topology file", "remove it");
        } else {
            problems.report(Rule.YAML_SYNTAX, span, context(e) + problem.replace('\n', ' '), advice(problem));
        }
    }

    private static String context(MarkedYAMLException e) {
        if (e.getContext() == null) {
            return "";
        }
        Mark begin = e.getContextMark();
        return e.getContext() + (begin == null ? "" : " that begins in line " + (begin.getLine() + 1)) + ": ";
    }

    private static Optional<String> advice(String problem) {
        if (problem.contains("mapping values are not allowed here")) {
            return Optional.of("put the text in quotes if it holds ': ', or check the indentation of this line");
        }
        if (problem.contains("undefined alias")) {
            return Optional.of(
                    "an anchor '&name' must come before its alias '*name'; put a text that begins with '*' in quotes");
        }
        if (problem.contains("cannot start any token")) {
            return Optional.of("put the text in quotes");
        }
        if (problem.contains("but got [")) {
            return Optional.of("inside { } put a type with brackets in quotes: \"string[]\"");
        }
        if (problem.contains("expected ',' or") || problem.contains("flow")) {
            return Optional.of("check that each '{' and '[' is closed, and that ',' stands between the parts");
        }
        return Optional.of("check the indentation and the quotes of this line and the one before");
    }

    private static void reportCharacter(Source source, ReaderException e, ProblemCollector problems) {
        String before = source.text();
        int end = before.offsetByCodePoints(0, Math.min(e.getPosition(), before.codePointCount(0, before.length())));
        before = before.substring(0, end);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String start = before.substring(before.lastIndexOf('\n') + 1);
        problems.report(
                Rule.YAML_SYNTAX,
                new Span(source, line, start.codePointCount(0, start.length()) + 1, 1),
                String.format("the character U+%04X may not stand in YAML", e.getCodePoint()),
                "remove it, or write it as an escape in double quotes");
    }

    private static void reportUnmarked(Source source, YAMLException e, ProblemCollector problems) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("Nesting Depth")) {
            problems.report(
                    Rule.TOO_DEEP,
                    source.start(),
                    "mappings and lists are nested more than " + MAX_DEPTH + " deep",
                    "name inner records under 'records' and use their names");
        } else {
            problems.report(Rule.YAML_SYNTAX, source.start(), message);
        }
    }
}
