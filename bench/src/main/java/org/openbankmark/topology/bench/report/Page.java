package org.openbankmark.topology.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes {@code report.html} of the JSON files of a directory. It needs nothing but itself to be read. */
public final class Page {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Benchmarks</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
            .wide { overflow-x: auto }
            table { border-collapse: collapse; width: 100% }
            th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid #ddd; vertical-align: top }
            .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
            .reached { color: #186818 } .missed { color: #a00000 }
            small { color: #555 }
            </style>
            <h1>Benchmarks</h1>
            <p>Minimum, median and maximum of each measurement's rounds. Ratios are to a peer in the same run. The machine's load is that of
            the last minute; one well above what the benchmark itself makes tells of a busy machine. What a benchmark's name has in brackets tells what is not as
            standard; such figures are not comparable with those of others.</p>
            """;

    private Page() {}

    /** Arguments: the directory of the results. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.json")) {
                found.forEach(files::add);
            }
        }
        if (files.isEmpty()) {
            System.err.println(
                    "bench/report: there are no results in " + directory + "; measure some first: bench/run");
            System.exit(1);
        }
        files.sort(null);
        StringBuilder page = new StringBuilder(HEAD);
        for (Path file : files) {
            benchmark(JSON.readTree(file.toFile()), page);
        }
        Path written = Files.writeString(directory.resolve("report.html"), page);
        System.out.println(written);
    }

    static void benchmark(JsonNode result, StringBuilder page) {
        JsonNode machine = result.path("machine");
        page.append("<h2>").append(text(result, "benchmark"));
        if (result.has("variant")) {
            page.append(" <small>(").append(text(result, "variant")).append(")</small>");
        }
        page.append("</h2>\n");
        page.append("<p><code>").append(text(result, "command")).append("</code><br>\n<small>");
        page.append(text(result, "time"))
                .append("; version ")
                .append(text(result, "version"))
                .append("; ")
                .append(text(machine, "processor"))
                .append(", ");
        page.append(text(machine, "processors")).append(" processors, ");
        page.append(number(machine.path("memoryMegabytes").asDouble())).append(" MiB; ");
        page.append(text(machine, "system")).append("; Java ").append(text(machine, "java"));
        page.append("; load ")
                .append(number(result.path("loadBefore").asDouble()))
                .append(" before, ");
        page.append(number(result.path("loadAfter").asDouble())).append(" after");
        if (result.has("fixedWorkMillisBefore")) {
            page.append("; fixed work in ")
                    .append(number(result.path("fixedWorkMillisBefore").asDouble()))
                    .append(" ms before, ")
                    .append(number(result.path("fixedWorkMillisAfter").asDouble()))
                    .append(" ms after");
        }
        page.append("</small></p>\n<ul>\n");
        if (result.has("incomplete")) {
            page.append("<li class=\"missed\">incomplete: ")
                    .append(text(result, "incomplete"))
                    .append("</li>\n");
        }
        for (JsonNode ratio : result.path("ratios")) {
            boolean hasGoal = ratio.has("target");
            boolean reached = ratio.path("reached").asBoolean();
            page.append("<li class=\"")
                    .append(!hasGoal ? "told" : reached ? "reached" : "missed")
                    .append("\">");
            page.append(text(ratio, "name"))
                    .append(": <b>")
                    .append(number(ratio.path("value").asDouble()))
                    .append("</b>");
            if (hasGoal) {
                page.append(", to reach: ").append(text(ratio, "bound")).append(' ');
                page.append(number(ratio.path("target").asDouble())).append(reached ? "" : " (not reached)");
            }
            page.append("</li>\n");
        }
        page.append(
                "</ul>\n<div class=\"wide\"><table>\n<tr><th>Measured<th class=\"number\">Minimum<th class=\"number\">Median"
                        + "<th class=\"number\">Maximum<th>Unit<th class=\"number\">Rounds</tr>\n");
        for (JsonNode measured : result.path("measurements")) {
            page.append("<tr><td>").append(text(measured, "name"));
            for (String figure : List.of("min", "median", "max")) {
                page.append("<td class=\"number\">")
                        .append(number(measured.path(figure).asDouble()));
            }
            page.append("<td>").append(text(measured, "unit"));
            page.append("<td class=\"number\">")
                    .append(measured.path("rounds").size())
                    .append("</tr>\n");
        }
        page.append("</table></div>\n");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field)
                .asText()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
