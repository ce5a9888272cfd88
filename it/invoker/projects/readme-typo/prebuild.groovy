import org.openbankmark.topology.it.invoker.Readme

new Readme(basedir.toPath()).writeFiles(basedir.toPath())
def topology = new File(basedir, 'src/main/topology/topology.yaml')
def mistaken = topology.text.replace('customer: string', 'customer: strin')
assert mistaken != topology.text
topology.text = mistaken
true
