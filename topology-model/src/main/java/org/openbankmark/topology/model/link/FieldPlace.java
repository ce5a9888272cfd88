package org.openbankmark.topology.model.link;

import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.type.Type;

/** A field's name with its place, and its type. */
record FieldPlace(Spanned<String> name, Type type) {}
