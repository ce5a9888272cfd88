assert new File(basedir, 'target/classes/com/example/shop/Shop.class').exists()
true
