package org.openbankmark.topology.runtime.delivery;

/** Brings claimed records to the handler and gives the claim back to the backlog. Called by one thread. */
interface Delivery {

    /** Delivers a claim. The claim is back in the backlog when this returns. */
    void deliver(Claim claim);
}
