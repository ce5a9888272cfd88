package org.openbankmark.topology.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.junit.jupiter.api.Test;

/** Our table of topic settings, held against Kafka's own names and checks. */
class TopicSettingsTest {
    private static final List<String> PROBES = List.of(
            "",
            "x",
            "true",
            "false",
            "yes",
            "-3",
            "-2",
            "-1",
            "0",
            "1",
            "2",
            "3",
            "4",
            "9",
            "10",
            "17",
            "18",
            "22",
            "23",
            "-131072",
            "-131073",
            "0.5",
            "1.0",
            "1.5",
            "-0.5",
            "1.0E-4",
            "9.9e-1",
            "9e-0",
            "1e4",
            "1048575",
            "1048576",
            "2147483639",
            "2147483640",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "compact",
            "delete",
            "compact,delete",
            "delete,compact",
            "compact,compact",
            "compact,x",
            "gzip",
            "zstd",
            "lz4",
            "snappy",
            "uncompressed",
            "producer",
            "none",
            "CreateTime",
            "LogAppendTime",
            "createtime");

    @Test
    void theTableHasJustTheNamesThatKafkaHas() throws IllegalAccessException {
        Set<String> names = new TreeSet<>();
        for (Field field : TopicConfig.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getName().endsWith("_CONFIG")) {
                names.add((String) field.get(null));
            }
        }

        assertThat(new TreeSet<>(TopicSettings.byName().keySet())).isEqualTo(names);
    }

    @Test
    void theTableTakesNoValueThatABrokerRefuses() {
        Map<String, ConfigDef.ConfigKey> keys = LogConfig.configKeys();
        TopicSettings.byName().forEach((name, type) -> {
            ConfigDef.ConfigKey key = keys.get(name);
            for (String probe : PROBES) {
                if (key != null && type.refuse(probe).isEmpty()) {
                    assertThat(brokerTakes(key, probe)).as("%s=%s", name, probe).isTrue();
                }
            }
        });
    }

    @Test
    void theTableRefusesNoUsefulValueThatABrokerTakes() {
        Map<String, ConfigDef.ConfigKey> keys = LogConfig.configKeys();
        TopicSettings.byName().forEach((name, type) -> {
            ConfigDef.ConfigKey key = keys.get(name);
            for (String probe : PROBES) {
                // Kafka also takes an empty policy, the same policy twice, and any negative size for "no limit".
                boolean odd = (name.equals("cleanup.policy") && (probe.isEmpty() || probe.equals("compact,compact")))
                        || (name.equals("retention.bytes") && probe.startsWith("-"));
                if (key != null && !odd && brokerTakes(key, probe)) {
                    assertThat(type.refuse(probe)).as("%s=%s", name, probe).isEmpty();
                }
            }
        });
    }

    private static boolean brokerTakes(ConfigDef.ConfigKey key, String value) {
        try {
            Object parsed = ConfigDef.parseType(key.name, value, key.type);
            if (key.validator != null) {
                key.validator.ensureValid(key.name, parsed);
            }
            return true;
        } catch (ConfigException e) {
            return false;
        }
    }
}
