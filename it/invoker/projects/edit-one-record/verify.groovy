import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

// The record's own files, and the description, which carries the topology's fingerprint.
UserProject.same('files written after one record grew', project.writtenAfter('src/main/topology/topology.yaml'),
        'org/example/shop/OrderPlaced.java',
        'org/example/shop/OrderPlacedCodec.java',
        'META-INF/topology/shop.json',
        'META-INF/topology/shop/schemas/org.example.shop.OrderPlaced.avsc')
UserProject.inOrder(project.text('target/generated-sources/topology/org/example/shop/OrderPlaced.java'), 'getNote()')
UserProject.inOrder(project.log(), 'Wrote 19 files', 'Wrote 4 files, removed 0, left 15 as they were')
true
