package org.openbankmark.bank.services;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"bank-services " + (version == null ? "(not from its jar)" : version)};
    }
}
