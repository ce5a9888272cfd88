import org.openbankmark.topology.it.invoker.Readme

new Readme(basedir.toPath()).writeFiles(basedir.toPath())
true
