package org.openbankmark.bank.handler.outbox;

import org.openbankmark.bank.events.CommandHandlerService;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.settings.Settings;

/**
 * Opens a sender for each relay's time at work. All have the schemas of one registry, which was asked for them before, so that it may be
 * away whenever a relay starts over or takes over. Safe for use by several threads.
 */
public final class EventSenders {
    private final Settings settings;
    private final SchemaRegistry registry;

    private EventSenders(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /**
     * Asks the registry for all schemas of events.
     *
     * @param clients over a connection with this registry
     * @throws org.openbankmark.topology.runtime.client.StartException if a topic or a schema is missing, or a server is away
     */
    public static EventSenders over(CommandHandlerService clients, Settings settings, SchemaRegistry registry) {
        EventProducers.of(clients);
        return new EventSenders(settings, registry);
    }

    EventSender open() {
        return EventSender.open(settings, registry);
    }
}
