package org.openbankmark.topology.sync.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.message.StreamsGroupHeartbeatRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.StreamsGroupHeartbeatRequest;
import org.apache.kafka.common.requests.StreamsGroupHeartbeatResponse;

/** A group of Kafka Streams' own protocol whose one member has left, made by hand: Streams itself is not among the libraries. */
final class StreamsGroup {
    private static final String MEMBER = "member";

    private StreamsGroup() {}

    /** Makes the group on the only broker of a cluster. */
    static void create(String broker, String group, String topic) throws IOException {
        int colon = broker.lastIndexOf(':');
        try (Socket socket = new Socket(broker.substring(0, colon), Integer.parseInt(broker.substring(colon + 1)))) {
            heartbeat(
                    socket,
                    new StreamsGroupHeartbeatRequestData()
                            .setGroupId(group)
                            .setMemberId(MEMBER)
                            .setMemberEpoch(0)
                            .setRebalanceTimeoutMs(10_000)
                            .setProcessId("process")
                            .setActiveTasks(List.of())
                            .setStandbyTasks(List.of())
                            .setWarmupTasks(List.of())
                            .setTopology(new StreamsGroupHeartbeatRequestData.Topology()
                                    .setEpoch(1)
                                    .setSubtopologies(List.of(new StreamsGroupHeartbeatRequestData.Subtopology()
                                            .setSubtopologyId("0")
                                            .setSourceTopics(List.of(topic))))));
            heartbeat(
                    socket,
                    new StreamsGroupHeartbeatRequestData()
                            .setGroupId(group)
                            .setMemberId(MEMBER)
                            .setMemberEpoch(-1));
        }
    }

    private static void heartbeat(Socket socket, StreamsGroupHeartbeatRequestData data) throws IOException {
        short version = ApiKeys.STREAMS_GROUP_HEARTBEAT.latestVersion();
        RequestHeader header = new RequestHeader(ApiKeys.STREAMS_GROUP_HEARTBEAT, version, "test", 1);
        ByteBuffer request =
                new StreamsGroupHeartbeatRequest.Builder(data).build(version).serializeWithHeader(header);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(request.remaining());
        out.write(request.array(), request.arrayOffset() + request.position(), request.remaining());
        out.flush();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        ByteBuffer response = ByteBuffer.wrap(in.readNBytes(in.readInt()));
        StreamsGroupHeartbeatResponse answer =
                (StreamsGroupHeartbeatResponse) AbstractResponse.parseResponse(response, header);
        Errors.forCode(answer.data().errorCode()).maybeThrow();
    }
}
