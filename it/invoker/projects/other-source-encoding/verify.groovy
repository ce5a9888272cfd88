import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

UserProject.inOrder(project.log(), 'OrderPlaced.java has characters beyond ASCII', 'project.build.sourceEncoding is ISO-8859-1')
UserProject.check(project.log().count('characters beyond ASCII') == 1, 'with UTF-8 nothing is said')
UserProject.inOrder(project.text('target/generated-sources/topology/org/example/shop/OrderPlaced.java'), 'etwas für später bestellt')
true
