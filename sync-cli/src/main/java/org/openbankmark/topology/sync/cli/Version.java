package org.openbankmark.topology.sync.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"sync-cli " + (version == null ? "(not from its jar)" : version)};
    }
}
