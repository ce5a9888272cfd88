import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

def jars = ['events/target/events-1.0.jar', 'app/target/app-1.0.jar'].collect { new File(basedir, it).toURI().toURL() }
def loader = new URLClassLoader(jars as URL[], UserProject.classLoader)
def found = loader.loadClass('org.example.app.App').getMethod('find').invoke(null)
loader.close()
UserProject.check(found.partitions == '3', 'the topic has its partitions')
UserProject.check(found.fingerprint ==~ /[0-9a-f]{64}/, 'the fingerprint is read from the jar')
UserProject.inOrder(found.schema, '"name" : "OrderPlaced"', '"name" : "customer"')
true
