package org.openbankmark.bank.graphql.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one client may take; {@code bank.limits} in application.yaml has the values.
 *
 * @param items of a list
 * @param accountsAtOnce in the one list that has no page
 * @param depth of a document
 * @param cost of a document: one for a field, by the items that it may be in; {@link DocumentCost}
 * @param documentCharacters of a document
 * @param messageBytes of a request's body, or of a message over a WebSocket
 * @param body how long the body of a request may take
 * @param textCharacters of a text in an argument
 * @param subscriberBuffer transactions that may wait for one subscriber
 * @param subscribers of this instance
 * @param subscriptionsPerConnection at once over one WebSocket
 * @param subscriptionsPerAddress at once over all its WebSockets
 * @param connectionsPerAddress WebSockets and event streams at once
 * @param attemptsPerName failed logins with one name
 * @param attemptsPerAddress failed logins and wrong tokens from one address
 * @param loginsPerAddress all logins from one address, right ones too, as each takes the processor's time
 * @param openingsPerAddress accounts opened from one address
 * @param attemptWindow in which attempts, logins and openings are counted
 * @param session how long a login lasts
 * @param reply how long a command waits for its reply
 */
@ConfigurationProperties("bank.limits")
public record Limits(
        int items,
        int accountsAtOnce,
        int depth,
        int cost,
        int documentCharacters,
        int messageBytes,
        Duration body,
        int textCharacters,
        int subscriberBuffer,
        int subscribers,
        int subscriptionsPerConnection,
        int subscriptionsPerAddress,
        int connectionsPerAddress,
        int attemptsPerName,
        int attemptsPerAddress,
        int loginsPerAddress,
        int openingsPerAddress,
        Duration attemptWindow,
        Duration session,
        Duration reply) {}
