import org.openbankmark.topology.it.invoker.UserProject

def project = new UserProject(basedir)

UserProject.hasAll('the generated files', project.generated(),
        'org/example/shop/ShopTopics.java', 'org/example/billing/BillingTopics.java', 'org/example/billing/InvoiceMailed.java',
        'META-INF/topology/shop.json', 'META-INF/topology/billing.json')
UserProject.check(!project.exists('target/generated-sources/topology/org/example/billing/InvoiceSent.java'), 'the renamed record went')
UserProject.check(!project.writtenAfter('src/main/topology/billing.yaml').contains('org/example/shop/OrderPlaced.java'), 'an edit of one leaves the other alone')
UserProject.check(project.exists('target/classes/org/example/shop/ShopTopics.class'), 'shop is compiled')
UserProject.check(project.exists('target/classes/org/example/billing/InvoiceMailed.class'), 'billing is compiled')
UserProject.check(project.log().count('Nothing changed since the last run') == 5, 'shop is left alone three times, billing twice')
// What both import follows its edit everywhere.
UserProject.inOrder(project.text('target/generated-sources/topology/org/example/common/Money.java'), '"common.yaml, records.Money"', 'currency')
for (name in ['shop', 'billing']) {
    UserProject.inOrder(project.text("target/classes/META-INF/topology/${name}/schemas/org.example.common.Money.avsc"), 'currency')
}
UserProject.check(project.exists('target/classes/org/example/common/Money.class'), 'what both import is compiled')
true
