package org.example.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.example.shop.OrdersPlacedConsumer;
import org.example.shop.ShopClients;
import org.example.shop.ShopTopics;

/** Uses a topology's jar: constants in annotations, topics, clients, schemas. */
@App.Reads(ShopTopics.Names.ORDERS_PLACED)
public final class App {

    private App() {}

    /** Stands for any annotation that wants a topic's name as a constant. */
    public @interface Reads {
        String value();
    }

    /** What the application finds. */
    public static Properties find() throws IOException {
        Properties found = new Properties();
        found.setProperty("partitions", Integer.toString(ShopTopics.ORDERS_PLACED.partitions()));
        found.setProperty("fingerprint", ShopTopics.fingerprint());
        found.setProperty("schema", resource("/META-INF/topology/shop/schemas/org.example.shop.OrderPlaced.avsc"));
        return found;
    }

    /** How it would read. */
    public static OrdersPlacedConsumer.Builder reader(ShopClients clients) {
        return clients.ordersPlacedConsumer().group("app").handler(received -> received.value().getCustomer());
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = App.class.getResourceAsStream(path)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
