package org.openbankmark.bank.graphql.bank;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link RunningBank}, which is started once and ends with the last test. */
public final class BankExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(BankExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningBank.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(RunningBank.class, absent -> start(), RunningBank.class);
    }

    private static RunningBank start() {
        try {
            return RunningBank.start();
        } catch (Exception failed) {
            throw new IllegalStateException("the bank of the tests could not be started", failed);
        }
    }
}
