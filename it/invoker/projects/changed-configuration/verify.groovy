import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

UserProject.inOrder(project.log(),
        'Wrote 19 files, removed 0',
        // Fixtures come, clients go.
        'Wrote 3 files, removed 8, left 11 as they were',
        // Fixtures go; replicas stand in the topics and in the description.
        'Wrote 2 files, removed 3, left 9 as they were',
        'Skipped, because topology.skip is set')
UserProject.same('files written after the configuration changed', project.writtenAfter('README.txt'),
        'META-INF/topology/shop.json',
        'org/example/shop/ShopTopics.java')
UserProject.inOrder(project.text('target/generated-sources/topology/org/example/shop/ShopTopics.java'), '.replicas(1)')
UserProject.check(!project.exists('target/generated-test-sources/topology/org'), 'no fixture is left')
true
