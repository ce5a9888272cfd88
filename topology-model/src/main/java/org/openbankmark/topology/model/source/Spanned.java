package org.openbankmark.topology.model.source;

/** A value with its place. */
public record Spanned<T>(T value, Span span) {}
