package org.openbankmark.bank.local.process;

/** A server cannot listen where it should, because another process does. The message names that process where it can be seen. */
public final class PortInUseException extends ServerStartException {
    private static final long serialVersionUID = 1L;
    private final int port;

    PortInUseException(String server, int port, String holder) {
        super(server + " cannot listen on 127.0.0.1:" + port + ": the port is in use by " + holder
                + ". Stop that process, or give " + server + " another port.");
        this.port = port;
    }

    /** The port both want. */
    public int port() {
        return port;
    }
}
