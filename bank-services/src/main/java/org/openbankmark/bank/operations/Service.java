package org.openbankmark.bank.operations;

/** One service of the bank, to be run by {@link ServiceRun}. */
public interface Service {

    /** Its name, as in the topology and in logs. */
    String name();

    /** The port of its health and metrics where OPERATIONS_PORT names no other. */
    int operationsPort();

    /**
     * Starts all it does, in threads of its own, and returns. All that must be closed is handed to the context, which
     * closes it, last opened first, when the service stops or when this start fails.
     *
     * @throws SettingException if a setting is wrong: the process ends
     * @throws UnavailableException if something is not there yet: the start is tried again, after a pause
     * @throws org.openbankmark.topology.runtime.client.StartException from a client: tried again where brokers or registry
     *     are away, or have no such topic or schema yet; otherwise the process ends
     * @throws Exception anything else: the process ends
     */
    void start(ServiceContext context) throws Exception;
}
