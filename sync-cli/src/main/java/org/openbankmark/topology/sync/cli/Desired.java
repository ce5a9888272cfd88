package org.openbankmark.topology.sync.cli;

import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.sync.plan.PlanOptions;

/** What the files and the options say. */
record Desired(Topology topology, PlanOptions options) {}
