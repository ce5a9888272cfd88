package org.openbankmark.topology.model.link;

import java.util.Optional;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.RawValue;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** Default values as Avro wants them: objects that its {@code Schema.Field} takes. */
final class DefaultValues {

    private DefaultValues() {}

    static Optional<Object> of(RawValue value, Type type, ProblemCollector problems) {
        if (type instanceof UnionType union) {
            return of(value, union.branches().get(0), problems);
        }
        if (value instanceof RawValue.Scalar scalar) {
            if (scalar.isNull() && type == PrimitiveType.NULL) {
                return Optional.of(Schema.Field.NULL_DEFAULT_VALUE);
            }
            try {
                if (type == PrimitiveType.LONG) {
                    return Optional.of(Long.valueOf(scalar.text()));
                } else if (type == PrimitiveType.INT) {
                    return Optional.of(Integer.valueOf(scalar.text()));
                } else if (type == PrimitiveType.BOOLEAN) {
                    return Optional.of(Boolean.valueOf(scalar.text()));
                } else if (type == PrimitiveType.STRING || type instanceof EnumType) {
                    return Optional.of(scalar.text());
                }
            } catch (NumberFormatException e) {
                problems.report(Rule.INVALID_DEFAULT, value.span(), "'" + scalar.text() + "' is no number");
                return Optional.empty();
            }
        }
        problems.report(Rule.INVALID_DEFAULT, value.span(), "this default does not fit the field's type");
        return Optional.empty();
    }
}
