package org.openbankmark.bank.graphql.command;

import org.jspecify.annotations.Nullable;

/**
 * What became of a transfer.
 *
 * @param uuid as it was given
 * @param success whether the money was moved
 * @param reason why not; null when it was
 */
public record TransferResult(
        String uuid, boolean success, @Nullable String reason) {}
