package org.openbankmark.bank.local.launch;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server or service that this process started.
 *
 * @param process its mark; the one at the start
 * @param alive whether it runs
 * @param end how it ended, where it is known
 * @param stop stops it in order, and waits until it is gone
 */
record Running(
        String name,
        ProcessMark process,
        String address,
        @Nullable String ready,
        String log,
        BooleanSupplier alive,
        Supplier<Optional<String>> end,
        Runnable stop) {

    BankState.Component component() {
        String ended = alive.getAsBoolean() ? null : end.get().orElse("ended");
        return new BankState.Component(name, process, address, ready, log, ended);
    }
}
