import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

UserProject.same('files after a record and its topic went', project.generated(),
        'META-INF/topology/shop.json',
        'META-INF/topology/shop/schemas/org.example.shop.OrderPlaced.avsc',
        'META-INF/topology/shop/schemas/org.example.shop.OrderShipped.avsc',
        'org/example/shop/OrderPlaced.java',
        'org/example/shop/OrderPlacedCodec.java',
        'org/example/shop/OrderShipped.java',
        'org/example/shop/OrderShippedCodec.java',
        'org/example/shop/OrdersPlacedConsumer.java',
        'org/example/shop/OrdersPlacedProducer.java',
        'org/example/shop/OrdersShippedConsumer.java',
        'org/example/shop/OrdersShippedProducer.java',
        'org/example/shop/ShopClients.java',
        'org/example/shop/ShopTopics.java',
        'org/example/shop/WarehouseService.java')
UserProject.same('files written when a record and its topic went', project.writtenAfter('src/main/topology/topology.yaml'),
        'META-INF/topology/shop.json',
        'org/example/shop/ShopClients.java',
        'org/example/shop/ShopTopics.java',
        'org/example/shop/WarehouseService.java')
true
