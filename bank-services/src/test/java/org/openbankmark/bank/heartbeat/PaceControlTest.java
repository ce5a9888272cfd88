package org.openbankmark.bank.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbankmark.bank.operations.Environment;
import org.openbankmark.bank.operations.HttpEndpoint;

class PaceControlTest {
    private static final String JSON = "Content-Type: application/json\r\n";

    private final CurrentPace pace = new CurrentPace(Pace.AT_REST);
    private final HttpEndpoint control =
            PaceControl.start(new Environment(Map.of("HEARTBEAT_CONTROL_PORT", "0")), pace);

    @AfterEach
    void stop() {
        control.close();
    }

    @Test
    void thePaceIsReadAndSet() throws IOException {
        assertThat(request("GET", "/pace", "", "")).contains("200 OK", "\"batch_size\" : 0", "\"wait_ms\" : 1000");
        assertThat(request("PUT", "/pace", JSON, "{\"batch_size\": 20, \"wait_ms\": 100}"))
                .contains("200 OK", "\"batch_size\" : 20");
        assertThat(pace.get()).isEqualTo(new Pace(20, 100));
        assertThat(request("PUT", "/pace", JSON, "{\"batch_size\": 30}")).contains("200 OK");
        assertThat(pace.get()).isEqualTo(new Pace(30, 100));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"batch_size": -1}                 | batch_size must be from 0 to 10000, not -1
            {"batch_size": 10001}              | batch_size must be from 0 to 10000, not 10001
            {"wait_ms": 0}                     | wait_ms must be from 1 to 3600000, not 0
            {"wait_ms": 99999999999}           | wait_ms is out of bounds: 99999999999
            {"wait_ms": "100"}                 | wait_ms must be a whole number
            {"wait_ms": 1.5}                   | wait_ms must be a whole number, not 1.5
            {"wait-ms": 1}                     | there is no field 'wait-ms', only batch_size and wait_ms
            {"wait_ms": 1, "wait_ms": 2}       | the body is not JSON
            {}                                 | give batch_size, wait_ms or both
            []                                 | the body must be a JSON object
            {"wait_ms": 1} x                   | the body is not JSON
            wait                               | the body is not JSON
            """)
    void aWrongBodyIsRefusedWithTheReasonAndChangesNothing(String body, String reason) throws IOException {
        assertThat(request("PUT", "/pace", JSON, body)).contains("400 Bad Request", reason);
        assertThat(pace.get()).isEqualTo(Pace.AT_REST);
    }

    @Test
    void whatAWebPageCouldSendIsRefused() throws IOException {
        String body = "{\"batch_size\": 20}";
        assertThat(request("PUT", "/pace", "Content-Type: text/plain\r\n", body))
                .contains(" 415 ");
        assertThat(request("PUT", "/pace", "", body)).contains(" 415 ");
        assertThat(request("PUT", "/pace", JSON + "Origin: https://example.org\r\n", body))
                .contains(" 403 ");
        assertThat(raw("GET /pace HTTP/1.1\r\nHost: rebound.example.org:17888\r\nConnection: close\r\n\r\n"))
                .contains(" 403 ");
        assertThat(pace.get()).isEqualTo(Pace.AT_REST);
    }

    @Test
    void otherMethodsAndPathsAndLargeBodiesAreRefused() throws IOException {
        assertThat(request("POST", "/pace", JSON, "{}")).contains(" 405 ", "Allow: GET, HEAD, PUT");
        assertThat(request("GET", "/", "", "")).contains(" 404 ");
        assertThat(request("PUT", "/pace", JSON, " ".repeat(2_000))).contains(" 413 ");
    }

    private String request(String method, String path, String headers, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return raw(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + control.port() + "\r\nConnection: close\r\n"
                + headers + "Content-Length: " + length + "\r\n\r\n" + body);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), control.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
