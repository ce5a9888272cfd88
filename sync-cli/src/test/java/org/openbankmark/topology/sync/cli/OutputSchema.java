package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The schema of what -o json prints, as it is published. */
final class OutputSchema {
    private final Schema schema;

    OutputSchema() {
        try (InputStream in =
                SyncCli.class.getResourceAsStream("/org/openbankmark/topology/sync/sync-cli-output.schema.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What was printed, which is as the schema says. */
    String valid(Cli.Ran ran) {
        assertThat(schema.validate(ran.out(), InputFormat.JSON)).as(ran.all()).isEmpty();
        return ran.out();
    }
}
