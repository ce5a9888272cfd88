package org.openbankmark.bank.graphql.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** What PostgreSQL does by itself for connections of the endpoint's settings. */
@ExtendWith(BankExtension.class)
class DatabaseLimitsTest {
    private static final Map<String, String> LIMITS = Map.of(
            "lock_timeout", "20s",
            "tcp_keepalives_idle", "5",
            "tcp_keepalives_interval", "2",
            "tcp_keepalives_count", "3");
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    @Test
    void theServerTakesItsLocksFromAnInstanceThatIsGone(RunningBank bank) throws Exception {
        bank.servers().emptyView("limits_shown");
        try (HikariDataSource pool = pool(bank, "limits_shown");
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> limit : LIMITS.entrySet()) {
                try (ResultSet row = statement.executeQuery("SHOW " + limit.getKey())) {
                    row.next();
                    assertThat(row.getString(1)).as(limit.getKey()).isEqualTo(limit.getValue());
                }
            }
        }
    }

    @Test
    void theServerEndsTheWaitForALockThatAnotherInstanceKeeps(RunningBank bank) throws Exception {
        try (Connection frozen = bank.servers().emptyView("limits_locked").getConnection();
                Statement lock = frozen.createStatement();
                HikariDataSource pool = pool(bank, "limits_locked")) {
            frozen.setAutoCommit(false);
            lock.execute("SELECT id FROM last_transaction FOR UPDATE");
            Properties properties = pool.getDataSourceProperties();
            String soon = properties.getProperty("options").replace("lock_timeout=20s", "lock_timeout=200ms");
            properties.setProperty("options", soon);

            List<Change> changes =
                    List.of(new Change(new BalanceChanged("A", 5, 5, "cash", "A1", 1L, new UUID(0, 1)), 1));
            assertThatThrownBy(() -> new TransactionWriter(pool).write(changes))
                    .isInstanceOfSatisfying(SQLException.class, given -> assertThat(given.getSQLState())
                            .isEqualTo(LOCK_NOT_AVAILABLE));
        }
    }

    private static HikariDataSource pool(RunningBank bank, String database) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "servers", new HashMap<>(bank.servers().environment(database))));
        for (PropertySource<?> settings :
                new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"))) {
            environment.getPropertySources().addLast(settings);
        }
        HikariDataSource pool = Binder.get(environment)
                .bind("spring.datasource.hikari", HikariDataSource.class)
                .get();
        pool.setJdbcUrl(environment.getRequiredProperty("spring.datasource.url"));
        pool.setUsername(environment.getRequiredProperty("spring.datasource.username"));
        return pool;
    }
}
