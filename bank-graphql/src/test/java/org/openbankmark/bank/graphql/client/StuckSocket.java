package org.openbankmark.bank.graphql.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A WebSocket on a bare socket, which asks and then reads nothing more. */
public final class StuckSocket implements AutoCloseable {
    private static final int FINAL_TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;

    private final Socket socket;

    private StuckSocket(Socket socket) {
        this.socket = socket;
    }

    /** Asks with all the documents, one after the other. */
    public static StuckSocket ask(int port, List<String> documents) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        StuckSocket stuck = new StuckSocket(socket);
        stuck.upgrade(port);
        stuck.send(Map.of("type", "connection_init"));
        stuck.awaitText("connection_ack");
        int id = 0;
        for (String document : documents) {
            stuck.send(Map.of("id", "id" + id++, "type", "subscribe", "payload", Map.of("query", document)));
        }
        return stuck;
    }

    private void upgrade(int port) throws IOException {
        write(("GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        awaitText("\r\n\r\n");
    }

    private void awaitText(String text) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed before '" + text + "': " + read);
            }
            read.append((char) next);
        }
    }

    /** RFC 6455 section 5.2; the mask is of zeros. */
    private void send(Map<String, ?> message) throws IOException {
        byte[] text = new ObjectMapper().writeValueAsBytes(message);
        ByteBuffer frame = ByteBuffer.allocate(text.length + 8);
        frame.put((byte) FINAL_TEXT);
        if (text.length < TWO_BYTES) {
            frame.put((byte) (MASKED | text.length));
        } else {
            frame.put((byte) (MASKED | TWO_BYTES)).putShort((short) text.length);
        }
        frame.putInt(0).put(text).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        write(bytes);
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
