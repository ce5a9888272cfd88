package org.openbankmark.topology.sync.plan;

/** Whether a change brings something, alters it or takes it away: + ~ −. */
public enum Action {
    ADD,
    CHANGE,
    REMOVE
}
