import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

UserProject.same('files written though nothing changed', project.writtenAfter('README.txt'))
UserProject.inOrder(project.log(), 'Wrote 19 files', 'Nothing changed since the last run', 'Nothing changed since the last run')
true
