import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

UserProject.inOrder(project.log(), "the executions 'dev' and 'prod' both generate from", 'topology.yaml', 'a module of its own')
UserProject.inOrder(project.text('target/generated-sources/topology/org/example/shop/ShopTopics.java'), '.replicas(1)')
UserProject.check(!project.log().contains('\tat org.'), 'no stack trace')
true
