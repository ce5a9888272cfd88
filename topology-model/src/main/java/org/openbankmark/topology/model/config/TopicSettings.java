package org.openbankmark.topology.model.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of a topic in Kafka 4.4, as its TopicConfig names them and its LogConfig checks them. */
public final class TopicSettings {
    private static final Map<String, SettingType> ALL = Collections.unmodifiableMap(all());

    private TopicSettings() {}

    /** Each setting's type by its name. */
    public static Map<String, SettingType> byName() {
        return ALL;
    }

    private static Map<String, SettingType> all() {
        Map<String, SettingType> all = new LinkedHashMap<>();
        SettingType flag = new SettingType.Flag();
        all.put("cleanup.policy", new SettingType.SomeOf(List.of("compact", "delete")));
        all.put("compression.gzip.level", gzipLevel());
        all.put("compression.lz4.level", new SettingType.Whole(1, 17));
        all.put(
                "compression.type",
                new SettingType.OneOf(List.of("uncompressed", "zstd", "lz4", "snappy", "gzip", "producer")));
        all.put("compression.zstd.level", new SettingType.Whole(-131072, 22));
        all.put("delete.retention.ms", atLeast(0));
        all.put("errors.deadletterqueue.group.enable", flag);
        all.put("file.delete.delay.ms", atLeast(0));
        all.put("flush.messages", atLeast(1));
        all.put("flush.ms", atLeast(0));
        all.put("index.interval.bytes", intAtLeast(0));
        all.put("local.retention.bytes", atLeast(-2));
        all.put("local.retention.ms", atLeast(-2));
        all.put("max.compaction.lag.ms", atLeast(1));
        all.put("max.decompressed.message.bytes", new SettingType.Whole(1, 2147483639));
        all.put("max.message.bytes", intAtLeast(0));
        // Gone from brokers since Kafka 4.0, kept by TopicConfig for older ones.
        all.put("message.downconversion.enable", flag);
        all.put("message.timestamp.after.max.ms", atLeast(0));
        all.put("message.timestamp.before.max.ms", atLeast(0));
        all.put("message.timestamp.type", new SettingType.OneOf(List.of("CreateTime", "LogAppendTime")));
        all.put("min.cleanable.dirty.ratio", new SettingType.Ratio());
        all.put("min.compaction.lag.ms", atLeast(0));
        all.put("min.insync.replicas", intAtLeast(1));
        all.put("preallocate", flag);
        all.put("remote.copy.lag.bytes", atLeast(-1));
        all.put("remote.copy.lag.ms", atLeast(-1));
        all.put("remote.log.copy.disable", flag);
        all.put("remote.log.delete.on.disable", flag);
        all.put("remote.storage.enable", flag);
        all.put("retention.bytes", atLeast(-1));
        all.put("retention.ms", atLeast(-1));
        all.put("segment.bytes", intAtLeast(1048576));
        all.put("segment.index.bytes", intAtLeast(4));
        all.put("segment.jitter.ms", atLeast(0));
        all.put("segment.ms", atLeast(1));
        all.put("unclean.leader.election.enable", flag);
        return all;
    }

    private static SettingType atLeast(long from) {
        return new SettingType.Whole(from, Long.MAX_VALUE);
    }

    private static SettingType intAtLeast(int from) {
        return new SettingType.Whole(from, Integer.MAX_VALUE);
    }

    // From 1 to 9, or -1 for zlib's own choice; 0 is neither.
    private static SettingType gzipLevel() {
        return new SettingType.OneOf(List.of("-1", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }
}
