package org.openbankmark.topology.sync.apply;

import java.util.List;
import java.util.Map;
import org.openbankmark.topology.sync.plan.Change;

/** Does changes of one kind. An attempt at what is done already is done, so that nothing is done twice. */
interface Worker {

    /** Tries all of them once; gives an attempt for each, by its id. Throws nothing for what a server says. */
    Map<String, Attempt> attempt(List<Change> changes);
}
