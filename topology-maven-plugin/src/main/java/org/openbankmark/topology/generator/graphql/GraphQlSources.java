package org.openbankmark.topology.generator.graphql;

import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.naming.FieldNames;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.generator.record.Origin;
import org.openbankmark.topology.generator.topic.TopologySources;
import org.openbankmark.topology.model.graphql.Definition;
import org.openbankmark.topology.model.graphql.GraphQlSchema;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;

/**
 * What the emitters of GraphQL wiring share. Immutable.
 *
 * @param topics names and heads of classes for topics
 * @param origin what generated classes say they were made by
 */
public record GraphQlSources(JavaNames names, TopologySources topics, Origin origin) {

    /** The class that shows and reads a record. */
    ClassName recordClass(RecordType record) {
        return names.graphql(record);
    }

    /** The entry class. */
    ClassName entryClass() {
        return names.entry("GraphQl");
    }

    ClassName type(NamedType type) {
        return names.type(type);
    }

    FieldNames.Names field(RecordType record, Definition.FieldDefinition field) {
        return names.fields(record).of(field.field());
    }

    /** The field of a branch in an input union. */
    static String branchKey(Type type) {
        return GraphQlSchema.branchKey(type);
    }
}
