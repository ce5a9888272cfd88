package org.openbankmark.topology.sync.apply;

import java.util.Map;
import org.openbankmark.topology.sync.Deadline;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.Plan;
import org.openbankmark.topology.sync.registry.Parallel;
import org.openbankmark.topology.sync.registry.SubjectsApi;

/** Does what a plan says. */
public final class Applier {
    private final Connection connection;
    private final SubjectsApi registry;
    private final Parallel parallel;
    private final Deadline deadline;
    private final Progress progress;

    /**
     * @param registry which does not itself try again, because this does
     * @param deadline until when changes are tried again
     */
    public Applier(
            Connection connection, SubjectsApi registry, Parallel parallel, Deadline deadline, Progress progress) {
        this.connection = connection;
        this.registry = registry;
        this.parallel = parallel;
        this.deadline = deadline;
        this.progress = progress;
    }

    /**
     * Does all changes that can be done.
     *
     * @throws IllegalArgumentException if the plan has refusals
     */
    public Result apply(Plan plan) {
        if (!plan.refusals().isEmpty()) {
            throw new IllegalArgumentException("a plan with refusals must not be applied");
        }
        AclWorker acls = new AclWorker(connection);
        RegistryWorker subjects = new RegistryWorker(registry, parallel, deadline);
        Map<Class<? extends Change>, Worker> workers = Map.ofEntries(
                Map.entry(Change.SetLevel.class, subjects),
                Map.entry(Change.RegisterSchema.class, subjects),
                Map.entry(Change.DeleteSubject.class, subjects),
                Map.entry(Change.DeleteVersions.class, subjects),
                Map.entry(Change.CreateTopic.class, new TopicCreator(connection)),
                Map.entry(Change.AlterConfig.class, new ConfigAlterer(connection)),
                Map.entry(Change.AddPartitions.class, new PartitionAdder(connection)),
                Map.entry(Change.MoveReplicas.class, new ReplicaMover(connection, progress)),
                Map.entry(Change.AddAcl.class, acls),
                Map.entry(Change.RemoveAcl.class, acls),
                Map.entry(Change.DeleteTopic.class, new TopicDeleter(connection)));
        return new Executor(workers, deadline, progress).run(plan.changes());
    }
}
