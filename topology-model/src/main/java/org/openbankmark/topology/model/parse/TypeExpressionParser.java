package org.openbankmark.topology.model.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.TypeExpression;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.source.Spanned;

/**
 * Parses one type expression.
 *
 * <pre>
 * union   = postfix { "|" postfix }
 * postfix = primary { "?" | "[]" }
 * primary = "(" union ")" | "map" "&lt;" union "&gt;" | "decimal" "(" int [ "," int ] ")" | "fixed" "(" int ")" | name
 * </pre>
 */
final class TypeExpressionParser {
    private static final int MAX_DEPTH = 60;

    private final Spanned<String> whole;
    private final String text;
    private int at;
    private int depth;

    private TypeExpressionParser(Spanned<String> whole) {
        this.whole = whole;
        this.text = whole.value();
    }

    /** The expression; {@link TypeExpression.Broken}, with one problem reported, where it is none. */
    static TypeExpression parse(Spanned<String> text, ProblemCollector problems) {
        TypeExpressionParser parser = new TypeExpressionParser(text);
        try {
            TypeExpression type = parser.union();
            parser.space();
            if (parser.at < parser.text.length()) {
                throw parser.wrong(parser.at, 1, "'" + parser.text.charAt(parser.at) + "' is not expected here");
            }
            return type;
        } catch (SyntaxException e) {
            problems.report(Rule.TYPE_SYNTAX, e.span, e.what, e.advice);
            return new TypeExpression.Broken(text.span());
        }
    }

    private TypeExpression union() throws SyntaxException {
        if (++depth > MAX_DEPTH) {
            throw wrong(at, 1, "the type is nested more than " + MAX_DEPTH + " deep");
        }
        space();
        int start = at;
        List<TypeExpression> branches = new ArrayList<>();
        branches.add(postfix());
        while (accept('|')) {
            branches.add(postfix());
        }
        depth--;
        return branches.size() == 1 ? branches.get(0) : new TypeExpression.Union(branches, span(start, at));
    }

    private TypeExpression postfix() throws SyntaxException {
        space();
        int start = at;
        TypeExpression type = primary();
        int marks = 0;
        while (true) {
            int before = at;
            if (++marks > MAX_DEPTH) {
                throw wrong(at, 1, "the type is nested more than " + MAX_DEPTH + " deep");
            } else if (accept('?')) {
                type = new TypeExpression.Optional(type, span(start, at));
            } else if (accept('[')) {
                expect(']', "a list is written T[]");
                type = new TypeExpression.ListOf(type, span(start, at));
            } else {
                at = before;
                return type;
            }
        }
    }

    private TypeExpression primary() throws SyntaxException {
        space();
        int start = at;
        if (accept('(')) {
            TypeExpression inner = union();
            expect(')', "close the parenthesis");
            return inner;
        }
        String name = name();
        switch (name) {
            case "map" -> {
                if (accept('<')) {
                    TypeExpression value = union();
                    expect('>', "a map is written map<T>");
                    return new TypeExpression.MapOf(value, span(start, at));
                }
                throw wrong(start, name.length(), "a map needs the type of its values", "write map<string>");
            }
            case "decimal" -> {
                expect('(', "write decimal(precision,scale), such as decimal(12,2)");
                int precision = number();
                int scale = accept(',') ? number() : 0;
                expect(')', "a decimal is written decimal(12,2); inside { } put it in quotes: \"decimal(12,2)\"");
                return new TypeExpression.Decimal(precision, scale, span(start, at));
            }
            case "fixed" -> {
                expect('(', "write fixed(size), such as fixed(16)");
                int size = number();
                expect(')', "write fixed(size), such as fixed(16)");
                return new TypeExpression.Fixed(size, span(start, at));
            }
            default -> {
                return new TypeExpression.Name(name, span(start, at));
            }
        }
    }

    private String name() throws SyntaxException {
        int start = at;
        while (at < text.length() && nameCharacter(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw at == text.length()
                    ? wrong(Math.max(0, at - 1), 1, "a type is missing after this")
                    : wrong(at, 1, "a type is expected here, not '" + text.charAt(at) + "'");
        }
        return text.substring(start, at);
    }

    private static boolean nameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '$';
    }

    private int number() throws SyntaxException {
        space();
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong(Math.min(at, text.length() - 1), 1, "a whole number is expected here");
        }
        if (at - start > 9) {
            throw wrong(start, at - start, "the number is too large");
        }
        return Integer.parseInt(text.substring(start, at));
    }

    private boolean accept(char c) {
        space();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c, String advice) throws SyntaxException {
        if (!accept(c)) {
            throw at < text.length()
                    ? wrong(at, 1, "'" + c + "' is expected here, not '" + text.charAt(at) + "'", advice)
                    : wrong(Math.max(0, text.length() - 1), 1, "'" + c + "' is missing after this", advice);
        }
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Span span(int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return whole.span().part(text, from, end - from);
    }

    private SyntaxException wrong(int from, int width, String message, String advice) {
        return new SyntaxException(whole.span().part(text, from, width), message, Optional.of(advice));
    }

    private SyntaxException wrong(int from, int width, String message) {
        return wrong(from, width, message, "types look like string, long?, Iban[], map<Cents>, A | B, decimal(12,2)");
    }

    private static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Span span;
        private final String what;
        private final transient Optional<String> advice;

        SyntaxException(Span span, String message, Optional<String> advice) {
            super(message, null, false, false);
            this.span = span;
            this.what = message;
            this.advice = advice;
        }
    }
}
