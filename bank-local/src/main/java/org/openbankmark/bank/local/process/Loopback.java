package org.openbankmark.bank.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Looks whether something listens, which is cheaper and quieter than to ask a server that is not there yet. */
public final class Loopback {
    private static final int LIMIT_MILLISECONDS = 1_000;

    private Loopback() {}

    /** Whether a connection to this port is accepted. */
    public static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLISECONDS);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
