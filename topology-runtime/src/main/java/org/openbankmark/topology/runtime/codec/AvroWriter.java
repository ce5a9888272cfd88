package org.openbankmark.topology.runtime.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import org.apache.avro.AvroRuntimeException;

/**
 * Writes Avro binary into a buffer that grows and is used again: byte for byte what Avro's own encoder and conversions
 * write. Not thread-safe.
 *
 * <p>A value that Avro cannot represent is refused with an {@link AvroRuntimeException}; after any exception the written
 * bytes are not to be used, {@link #reset()} starts anew.
 */
public final class AvroWriter {
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** From here on, the vectorized encoder of the JDK is faster than a loop, although it makes a copy. */
    private static final int LONG_STRING = 512;

    private byte[] buffer;
    private int position;
    private int depth;

    /** An empty writer. */
    public AvroWriter() {
        this.buffer = new byte[512];
    }

    public void writeBoolean(boolean value) {
        byte[] to = room(1);
        to[position++] = (byte) (value ? 1 : 0);
    }

    public void writeInt(int value) {
        byte[] to = room(5);
        position = Varint.write((value << 1) ^ (value >> 31), to, position);
    }

    public void writeLong(long value) {
        byte[] to = room(10);
        position = Varint.write((value << 1) ^ (value >> 63), to, position);
    }

    public void writeFloat(float value) {
        LITTLE_INT.set(room(4), position, Float.floatToRawIntBits(value));
        position += 4;
    }

    public void writeDouble(double value) {
        LITTLE_LONG.set(room(8), position, Double.doubleToRawLongBits(value));
        position += 8;
    }

    /** Writes UTF-8; half a surrogate pair becomes {@code ?}, as with {@link String#getBytes}. */
    public void writeString(String value) {
        int length = value.length();
        if (length >= LONG_STRING) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            writeInt(utf8.length);
            writeFixed(utf8);
        } else if (isAscii(value, length)) {
            writeAscii(value, length);
        } else {
            writeNonAscii(value);
        }
    }

    /** No early exit: nearly all strings are ASCII, and the loop is twice as fast without. */
    private static boolean isAscii(String value, int length) {
        int bits = 0;
        for (int i = 0; i < length; i++) {
            bits |= value.charAt(i);
        }
        return bits < 0x80;
    }

    // Deprecated because it takes the low byte of each char, which is just what ASCII wants. Nothing else copies
    // without an array in between.
    @SuppressWarnings("deprecation")
    private void writeAscii(String value, int length) {
        byte[] to = room(length + 2);
        int start = Varint.write(length << 1, to, position);
        value.getBytes(0, length, to, start);
        position = start + length;
    }

    private void writeNonAscii(String value) {
        int bytes = Utf8.length(value);
        byte[] to = room(bytes + 5);
        position = Utf8.write(value, to, Varint.write(bytes << 1, to, position));
    }

    /** Writes what is between the buffer's position and limit, and moves neither. */
    public void writeBytes(ByteBuffer value) {
        int length = value.remaining();
        writeInt(length);
        value.get(value.position(), room(length), position, length);
        position += length;
    }

    /** Writes the bytes as they are. The caller has made sure that there are as many as the schema says. */
    public void writeFixed(byte[] value) {
        System.arraycopy(value, 0, room(value.length), position, value.length);
        position += value.length;
    }

    /** Writes the logical type {@code uuid} of a {@code fixed(16)}: most significant byte first. */
    public void writeUuid(UUID value) {
        byte[] to = room(16);
        BIG_LONG.set(to, position, value.getMostSignificantBits());
        BIG_LONG.set(to, position + 8, value.getLeastSignificantBits());
        position += 16;
    }

    /** Writes the logical type {@code uuid} of a {@code string}. */
    public void writeUuidString(UUID value) {
        writeString(value.toString());
    }

    /**
     * Writes the logical type {@code decimal} of {@code bytes}.
     *
     * @throws org.apache.avro.AvroTypeException if the value has more digits than the precision, or would have to be
     *     rounded to the scale
     */
    public void writeDecimal(BigDecimal value, int precision, int scale) {
        byte[] unscaled = Decimals.unscaled(value, precision, scale);
        writeInt(unscaled.length);
        writeFixed(unscaled);
    }

    /**
     * Writes the logical type {@code decimal} of a {@code fixed}.
     *
     * @throws org.apache.avro.AvroTypeException if the value has more digits than the precision, would have to be rounded
     *     to the scale, or does not fit into the size
     */
    public void writeFixedDecimal(BigDecimal value, int precision, int scale, int size) {
        byte[] unscaled = Decimals.unscaled(value, precision, scale);
        int padding = Decimals.padding(value, unscaled.length, size);
        byte[] to = room(size);
        Arrays.fill(to, position, position + padding, (byte) (value.signum() < 0 ? -1 : 0));
        System.arraycopy(unscaled, 0, to, position + padding, unscaled.length);
        position += size;
    }

    /**
     * Writes days since 1970-01-01.
     *
     * @throws org.apache.avro.AvroTypeException if they do not fit into an int (Avro's own conversion cuts them off)
     */
    public void writeDate(LocalDate value) {
        writeInt(Times.days(value));
    }

    /** Writes milliseconds since midnight; finer ones are cut off. */
    public void writeTimeMillis(LocalTime value) {
        writeInt((int) (value.toNanoOfDay() / 1_000_000));
    }

    /** Writes microseconds since midnight; nanoseconds are cut off. */
    public void writeTimeMicros(LocalTime value) {
        writeLong(value.toNanoOfDay() / 1_000);
    }

    /**
     * Writes milliseconds since 1970; finer ones are cut off.
     *
     * @throws org.apache.avro.AvroTypeException if they do not fit into a long
     */
    public void writeTimestampMillis(Instant value) {
        writeLong(Times.millis(value));
    }

    /**
     * Writes microseconds since 1970; nanoseconds are cut off.
     *
     * @throws org.apache.avro.AvroTypeException if they do not fit into a long
     */
    public void writeTimestampMicros(Instant value) {
        writeLong(Times.micros(value));
    }

    /**
     * Writes milliseconds since 1970 of a local clock; finer ones are cut off.
     *
     * @throws org.apache.avro.AvroTypeException if they do not fit into a long
     */
    public void writeLocalTimestampMillis(LocalDateTime value) {
        writeLong(Times.millis(value));
    }

    /**
     * Writes microseconds since 1970 of a local clock; nanoseconds are cut off.
     *
     * @throws org.apache.avro.AvroTypeException if they do not fit into a long
     */
    public void writeLocalTimestampMicros(LocalDateTime value) {
        writeLong(Times.micros(value));
    }

    /** Writes the branch of a union or the ordinal of an enum symbol. */
    public void writeIndex(int index) {
        writeInt(index);
    }

    /** Starts an array or map of so many items; {@link #writeEnd()} follows the last. */
    public void writeCount(int items) {
        if (items > 0) {
            writeInt(items);
        }
    }

    /** Ends an array or map. */
    public void writeEnd() {
        byte[] to = room(1);
        to[position++] = 0;
    }

    /**
     * Enters a record that can contain itself; {@link #leave()} follows its last field.
     *
     * @throws AvroRuntimeException if it contains itself more than {@value Depth#LIMIT} levels deep
     */
    public void enter() {
        if (++depth > Depth.LIMIT) {
            throw new AvroRuntimeException(Depth.EXCEEDED);
        }
    }

    /** Leaves a record that can contain itself. */
    public void leave() {
        depth--;
    }

    /** Forgets what was written and starts a message in the registry's wire format: a zero byte, the schema's id. */
    public void startMessage(int schemaId) {
        reset();
        byte[] to = buffer;
        to[0] = 0;
        to[1] = (byte) (schemaId >>> 24);
        to[2] = (byte) (schemaId >>> 16);
        to[3] = (byte) (schemaId >>> 8);
        to[4] = (byte) schemaId;
        position = 5;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, position);
    }

    /** Bytes written so far. */
    public int size() {
        return position;
    }

    /** Bytes that the buffer holds before it has to grow. */
    public int capacity() {
        return buffer.length;
    }

    /** Forgets what was written and keeps the buffer. */
    public void reset() {
        position = 0;
        depth = 0;
    }

    private byte[] room(int bytes) {
        byte[] to = buffer;
        return to.length - position >= bytes ? to : grow(bytes);
    }

    private byte[] grow(int bytes) {
        long needed = (long) position + bytes;
        // Some virtual machines allow no arrays of the last few lengths.
        if (bytes < 0 || needed > Integer.MAX_VALUE - 8) {
            throw new AvroRuntimeException("the record takes more than 2 GB");
        }
        buffer = Arrays.copyOf(buffer, (int) Math.min(Math.max(needed, 2L * buffer.length), Integer.MAX_VALUE - 8));
        return buffer;
    }
}
