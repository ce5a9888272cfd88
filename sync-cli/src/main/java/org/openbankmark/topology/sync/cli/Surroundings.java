package org.openbankmark.topology.sync.cli;

import java.io.PrintStream;
import java.util.Map;

/**
 * What a process gets from outside.
 *
 * @param out for what was asked for, and nothing else
 * @param err for messages
 * @param environment variables
 * @param terminal whether a person sees the output as it comes
 */
record Surroundings(PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal) {}
