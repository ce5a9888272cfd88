import org.openbankmark.topology.it.invoker.Readme

def readme = new Readme(basedir.toPath())
readme.writeFiles(basedir.toPath())
def shop = new File(basedir, 'src/main/java/com/example/shop/Shop.java')
def imported = shop.text.replaceFirst(
    /import \S+InMemoryConnection;/, readme.blockAfter('The import of `InMemoryConnection` becomes'))
def changed = imported.replaceFirst(/ *try \(InMemoryConnection .*\n.*ShopClients\.over.*/, readme.blockAfter('become one:'))
assert changed != imported && !changed.contains('InMemory')
shop.text = changed
true
