package org.openbankmark.bank.graphql.bank;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.openbankmark.bank.graphql.fanout.BareServer;

/** A {@link BareServer} in a process of its own, with as much memory as an endpoint has. */
public final class BareServerProcess implements AutoCloseable {
    private final int port;
    private final JavaProcess process;

    private BareServerProcess(int port, JavaProcess process) {
        this.port = port;
        this.process = process;
    }

    public static BareServerProcess start() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        return new BareServerProcess(
                port,
                JavaProcess.start(
                        BareServer.class.getName(),
                        Path.of("target", "logs", "bare.log"),
                        256,
                        Map.of(),
                        Integer.toString(port)));
    }

    public URI uri() {
        return URI.create("ws://127.0.0.1:" + port + "/bare");
    }

    @Override
    public void close() {
        process.close();
    }
}
