import org.openbankmark.topology.it.invoker.Readme

// The message that the README shows is the one that the reader gets.
def shown = new Readme(basedir.toPath()).blockAfter('Now make a typo')
def log = new File(basedir, 'build.log').text
shown.readLines().each { line -> assert log.contains(line.replace('[ERROR] ', '').trim()) : "not in the log: ${line}" }
assert !new File(basedir, 'target/generated-sources/topology/com').exists()
true
