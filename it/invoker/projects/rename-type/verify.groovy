import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

UserProject.check(!project.generated().any { it.contains('OrderPlaced') }, 'no file of the old name is left')
UserProject.same('files written when a record was renamed', project.writtenAfter('src/main/topology/topology.yaml'),
        'META-INF/topology/shop.json',
        'META-INF/topology/shop/schemas/org.example.shop.OrderReceived.avsc',
        'org/example/shop/OrderReceived.java',
        'org/example/shop/OrderReceivedCodec.java',
        'org/example/shop/OrdersPlacedConsumer.java',
        'org/example/shop/OrdersPlacedProducer.java',
        'org/example/shop/ShopTopics.java')
true
