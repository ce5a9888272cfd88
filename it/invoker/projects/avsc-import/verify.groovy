import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

UserProject.hasAll('the generated files', project.generated(),
        'org/example/crm/Customer.java',
        'org/example/crm/CustomerCodec.java',
        'org/example/crm/Supplier.java',
        'org/example/legacy/CustomersProducer.java',
        'META-INF/topology/legacy/schemas/org.example.crm.Customer.avsc')
UserProject.check(project.exists('target/classes/org/example/crm/Customer.class'), 'Customer is compiled')
UserProject.check(!project.writtenAfter('src/main/topology/avro/supplier.avsc').contains('org/example/crm/Customer.java'),
        'the new schema leaves the other alone')
true
