package org.openbankmark.topology.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.bench.result.Findings;

class PageTest {
    @Test
    void showsEachMeasurementWithMinimumMedianAndMaximumAndSaysWhatWasNotReached(@TempDir Path directory)
            throws Exception {
        Findings findings = Findings.of("sample", "bench/run sample <x>", directory);
        findings.add("ours", "messages/s", List.of(3.0, 1.0, 2.5));
        findings.atLeast("ratio", 0.5, 0.95);
        findings.ratio("beside a peer", 0.75);
        findings.conclude();

        Page.main(new String[] {directory.toString()});

        assertThat(Files.readString(directory.resolve("report.html")))
                .contains("<h2>sample <small>(with arguments)</small></h2>", "bench/run sample &lt;x&gt;")
                .contains("<td>ours<td class=\"number\">1<td class=\"number\">2.50<td class=\"number\">3<td>messages/s")
                .contains("class=\"missed\">ratio: <b>0.50</b>, to reach: at least 0.95 (not reached)")
                .contains("class=\"told\">beside a peer: <b>0.75</b></li>");
    }
}
