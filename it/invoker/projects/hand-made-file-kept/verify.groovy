import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

def mine = 'target/generated-sources/topology/org/example/shop/Mine.java'
UserProject.inOrder(project.text(mine), 'Hand-made')
UserProject.check(!project.generated().any { it.contains('Parcel') }, 'generated files of the removed record went')
UserProject.inOrder(project.log(), 'Wrote 19 files', 'removed 5', 'Parcel.java is in the way: it was not generated')
UserProject.inOrder(project.text('own/org/example/shop/Parcel.java'), 'Hand-made')
UserProject.check(new File(basedir, 'own/org/example/shop').list().length == 1, 'nothing was written beside it')
true
