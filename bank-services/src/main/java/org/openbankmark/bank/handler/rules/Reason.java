package org.openbankmark.bank.handler.rules;

/** Why a command fails, in the words that its reply has. */
public final class Reason {
    public static final String ID_USED = "id was already used for another transfer";
    public static final String AMOUNT_NOT_POSITIVE = "amount must be positive";
    public static final String FROM_INVALID = "from is invalid";
    public static final String SAME = "from and to can't be same for transfer";
    public static final String BOTH_UNKNOWN = "both to and from not known at this bank";
    public static final String FROM_UNKNOWN = "from is not known at this bank";
    public static final String TOKEN_INVALID = "invalid token";
    public static final String INSUFFICIENT_FUNDS = "insufficient funds";

    /** A balance would not fit its field. */
    public static final String TOO_LARGE = "amount is too large";

    /** The event that tells of it would be larger than a topic takes. */
    public static final String TEXT_TOO_LONG = "to or description is too long";

    public static final String IBAN_EXISTS = "generated iban already exists, try again";

    private Reason() {}
}
