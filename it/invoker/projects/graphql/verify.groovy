import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

// One record was added to the file, and to a topic in it; nothing else was edited.
def sdl = project.text('target/generated-resources/topology/META-INF/topology/shop.graphqls')
UserProject.inOrder(sdl, 'union AccountsEvent = Opened | Frozen | Closed', 'type Frozen {', 'until: Date!', 'scalar Date')
UserProject.inOrder(project.text('target/generated-sources/topology/org/example/shop/ShopGraphQl.java'), 'FrozenGraphQl.wire')

// What is secret is taken and never shown.
UserProject.inOrder(sdl, 'input PlaceInput {', 'token: String!')
assert !sdl.contains('type Place {')

def written = project.writtenAfter('src/main/topology/topology.yaml')
assert written.contains('org/example/shop/FrozenGraphQl.java')
assert !written.contains('org/example/shop/OpenedGraphQl.java')
assert !written.contains('org/example/shop/PlaceGraphQl.java')
assert new File(basedir, 'target/classes/org/example/shop/FrozenGraphQl.class').isFile()
true
