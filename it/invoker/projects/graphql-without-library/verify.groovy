// Who does not depend on topology-graphql, or for tests only, gets nothing that would not compile without it.
def sources = new File(basedir, 'target/generated-sources/topology/org/example/shop')
assert new File(sources, 'PlaceRequests.java').isFile()
assert !sources.list().any { it.endsWith('GraphQl.java') }
assert !new File(basedir, 'target/classes/META-INF/topology/shop.graphqls').exists()
true
