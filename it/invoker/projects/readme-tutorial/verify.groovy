import org.openbankmark.topology.it.invoker.Readme

def readme = new Readme(basedir.toPath())
def properties = new Properties()
new File(basedir, 'invoker.properties').withInputStream { properties.load(it) }
def told = readme.blockAfter('Run it:').replace('mvn -q ', '')
assert told == properties['invoker.goals'] : "the README tells another command: ${told}"

def log = new File(basedir, 'build.log').text
assert log =~ /bill OrderPlaced\[id=[0-9a-f-]{36}, customer=ada, total=1995, note=null] from partition \d/
true
