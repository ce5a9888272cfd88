package org.openbankmark.topology.bench.fanout;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/**
 * The peer: the endpoint's own web server (Tomcat), and nothing but sending. Whoever writes {@code COUNT TEXT} makes it send the text
 * so often to all.
 */
@ServerEndpoint("/bare")
public class BareServer {
    private static final Set<Session> SESSIONS = ConcurrentHashMap.newKeySet();
    private static final ExecutorService SENDERS =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    /** Arguments: the port. */
    public static void main(String[] arguments) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(Integer.parseInt(arguments[0]));
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(new WsSci(), Set.of(BareServer.class));
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet")
                .addMapping("/");
        tomcat.getConnector();
        tomcat.start();
        tomcat.getServer().await();
    }

    @OnOpen
    public void open(Session session) {
        SESSIONS.add(session);
    }

    @OnMessage(maxMessageSize = 65_536)
    public void message(String order) {
        int space = order.indexOf(' ');
        int count = Integer.parseInt(order.substring(0, space));
        String text = order.substring(space + 1);
        SESSIONS.forEach(session -> SENDERS.execute(() -> send(session, count, text)));
    }

    private static void send(Session session, int count, String text) {
        try {
            for (int i = 0; i < count; i++) {
                session.getBasicRemote().sendText(text);
            }
        } catch (IOException gone) {
            SESSIONS.remove(session);
        }
    }
}
