import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

['one', 'two', 'three', 'four'].each { name ->
    def generated = new UserProject(new File(basedir, name)).generated()
    UserProject.check(generated.size() == 19, "$name has its 19 files, not ${generated.size()}")
    UserProject.check(generated.any { it.endsWith("/${name.capitalize()}Clients.java") }, "$name has its own entry class")
    UserProject.check(new File(basedir, "$name/target/classes/META-INF/topology/${name}.json").exists(), "$name packs its description")
}
UserProject.check(project.log().count('Nothing changed since the last run') == 4, 'nothing is written the second time')
UserProject.check(!project.log().contains('not marked as thread-safe') && !project.log().contains('@threadSafe'), 'Maven knows it is thread-safe')
true
