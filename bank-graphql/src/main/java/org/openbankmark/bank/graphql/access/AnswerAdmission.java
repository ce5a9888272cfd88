package org.openbankmark.bank.graphql.access;

import graphql.GraphQLContext;
import graphql.execution.AbortExecutionException;
import java.util.List;
import org.openbankmark.bank.graphql.access.Refusal.Code;
import org.openbankmark.bank.graphql.limits.DocumentAdmission;
import org.openbankmark.bank.graphql.limits.UnsentAnswers.Answer;
import org.springframework.stereotype.Component;

/** Over a WebSocket, refuses what would be answered before enough of the address's answers before it have left. */
@Component
final class AnswerAdmission implements DocumentAdmission {

    @Override
    public void admit(GraphQLContext context, int cost) {
        Answer answer = context.get(Answer.class);
        if (answer != null && !answer.costs(cost)) {
            throw new AbortExecutionException(List.of(Refusals.error(refusal())));
        }
    }

    static Refusal refusal() {
        return new Refusal(Code.TOO_MANY, "too much is under way from your address; take the answers that wait");
    }
}
