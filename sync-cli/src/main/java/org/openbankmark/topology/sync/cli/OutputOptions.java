package org.openbankmark.topology.sync.cli;

import org.openbankmark.topology.sync.render.Style;
import picocli.CommandLine.Option;

/** How output looks. */
final class OutputOptions {

    /** A form of output. */
    enum Form {
        text,
        json
    }

    /** When there are colours. */
    enum Colour {
        auto,
        always,
        never
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "For people, or for programs (sync-cli/…/1, see the documentation). Default: text.")
    private Form form = Form.text;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            defaultValue = "auto",
            description = "Default: auto, on a terminal only and never where NO_COLOR is set.")
    private Colour colour = Colour.auto;

    @Option(
            names = {"-v", "--verbose"},
            description = "Logs what the clients do, and where errors come from, on stderr.")
    private boolean verbose;

    boolean json() {
        return form == Form.json;
    }

    boolean verbose() {
        return verbose;
    }

    Style style(Surroundings surroundings) {
        boolean automatic =
                surroundings.terminal() && !surroundings.environment().containsKey("NO_COLOR");
        return new Style(colour == Colour.always || (colour == Colour.auto && automatic));
    }
}
