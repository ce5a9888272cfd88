import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

// All mistakes, each with its place, the line with a caret, and what would be right.
UserProject.inOrder(project.log(),
        'topology.yaml:5:38:', 'strin', '[unknown-type]',
        'OrderPlaced: { id: uuid, customer: strin }',
        '^^^^^',
        'string',
        'topology.yaml:8:',
        '3 mistakes in topology.yaml, see above; no file was touched')
UserProject.check(!project.log().contains('	at org.'), 'no stack trace')
// What the earlier build made is as it was.
UserProject.same('files written in spite of mistakes', project.writtenAfter('src/main/topology/topology.yaml'))
UserProject.check(project.generated().size() == 19, 'all 19 files are still there')
true
