import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

// Sources are compiled, resources packed, and the jar has what users downstream need.
def jar = new java.util.jar.JarFile(new File(basedir, 'target/first-build-1.0.jar'))
def names = new TreeSet(jar.entries().collect { it.name })
UserProject.hasAll('the jar\'s entries', names,
        'org/example/shop/OrderPlaced.class',
        'org/example/shop/OrderPlacedCodec.class',
        'org/example/shop/OrdersPlacedProducer.class',
        'org/example/shop/OrdersPlacedConsumer.class',
        'org/example/shop/ShopTopics$Names.class',
        'org/example/shop/ShopClients.class',
        'org/example/shop/WarehouseService.class',
        'META-INF/topology/shop.json',
        'META-INF/topology/shop/schemas/org.example.shop.OrderPlaced.avsc')
jar.close()
UserProject.inOrder(project.log(), 'Wrote 19 files, removed 0')
// Nothing in a generated file depends on when or where it was made.
project.generated().each { name ->
    def file = ['generated-sources', 'generated-resources'].collect { new File(basedir, "target/$it/topology/$name") }.find { it.exists() }
    UserProject.check(!file.text.contains(basedir.path), "no path of this machine in $name")
    UserProject.check(!file.text.contains('\r'), "lines end with LF in $name")
}
true
