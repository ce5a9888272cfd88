package org.openbankmark.topology.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service gets from its entry class what the topology says it uses; using anything else does not compile. */
class ServiceAccessTest {
    @ParameterizedTest
    @CsvSource({
        "HeartbeatService, heartbeatProducer",
        "CommandGeneratorService, heartbeatConsumer",
        "CommandGeneratorService, confirmMoneyTransferProducer",
        "CommandHandlerService, balanceChangedProducer",
        "CommandHandlerService, confirmMoneyTransferConsumer",
        "GraphqlEndpointService, balanceChangedConsumer",
        "GraphqlEndpointService, confirmMoneyTransferRequests",
    })
    void whatAServiceDeclaresCompiles(String service, String method) throws IOException {
        assertThat(errors(service, method)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HeartbeatService, heartbeatConsumer",
        "HeartbeatService, balanceChangedProducer",
        "CommandGeneratorService, heartbeatProducer",
        "CommandGeneratorService, confirmMoneyTransferRequests",
        "CommandHandlerService, heartbeatProducer",
        "CommandHandlerService, confirmMoneyTransferProducer",
        "CommandHandlerService, balanceChangedConsumer",
        "GraphqlEndpointService, balanceChangedProducer",
        "GraphqlEndpointService, confirmMoneyTransferConsumer",
    })
    void whatItDoesNotDeclareDoesNotCompile(String service, String method) throws IOException {
        assertThat(errors(service, method)).singleElement().asString().contains("cannot find symbol", method + "()");
    }

    private static List<String> errors(String service, String method) throws IOException {
        String source = "import org.openbankmark.bank.events." + service + ";\n" + "class Use { Object of(" + service
                + " service) { return service." + method + "(); } }\n";
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Use.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task = (JavacTask)
                compiler.getTask(new StringWriter(), null, diagnostics, List.of("-proc:none"), null, List.of(file));
        task.analyze();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
                .toList();
    }
}
