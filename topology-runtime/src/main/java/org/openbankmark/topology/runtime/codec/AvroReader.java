package org.openbankmark.topology.runtime.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.SystemLimitException;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro binary from a range of bytes. Not thread-safe.
 *
 * <p>The bytes may come from anyone: each length and count is held against the bytes that are left before anything is
 * allocated, and whatever is not Avro binary is refused with a {@link MalformedAvroException} that says where. Malformed
 * UTF-8 is read as Avro reads it, with U+FFFD in its place. The limits of Avro's system properties
 * ({@code org.apache.avro.limits.*}) apply.
 */
public final class AvroReader {
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** Collections start no larger, whatever count they claim, and grow as their items are really there. */
    private static final int LARGEST_FIRST_CAPACITY = 1024;
    /** Items without bytes of their own in all of a record: the only ones that the size of the input does not bound. */
    private static final int MOST_EMPTY_ITEMS = 1_000_000;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int position;
    private int depth;
    private int emptyItems;

    /** Reads all of the bytes. */
    public AvroReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /**
     * Reads a range of the bytes.
     *
     * @throws IndexOutOfBoundsException if the range is not within the bytes
     */
    public AvroReader(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        this.bytes = bytes;
        this.start = offset;
        this.end = offset + length;
        this.position = offset;
    }

    public boolean readBoolean() {
        int value = need(1, "a boolean")[position];
        if ((value & ~1) != 0) {
            throw malformed("a boolean is 0 or 1, not " + (value & 0xFF), position);
        }
        position++;
        return value == 1;
    }

    public int readInt() {
        int at = position;
        if (at < end) {
            int first = bytes[at];
            if (first >= 0) {
                position = at + 1;
                return (first >>> 1) ^ -(first & 1);
            }
        }
        return readLongInt(at);
    }

    private int readLongInt(int from) {
        int zigzag = 0;
        for (int shift = 0, at = from; shift < 35; shift += 7, at++) {
            if (at >= end) {
                throw truncated("an int", from);
            }
            int b = bytes[at];
            zigzag |= (b & 0x7F) << shift;
            if (b >= 0) {
                if (shift == 28 && b > 0x0F) {
                    break;
                }
                position = at + 1;
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw malformed("a number is too large for an int", from);
    }

    public long readLong() {
        int at = position;
        if (at < end) {
            int first = bytes[at];
            if (first >= 0) {
                position = at + 1;
                int value = (first >>> 1) ^ -(first & 1);
                return value;
            }
        }
        return readLongLong(at);
    }

    private long readLongLong(int from) {
        long zigzag = 0;
        for (int shift = 0, at = from; shift < 70; shift += 7, at++) {
            if (at >= end) {
                throw truncated("a long", from);
            }
            long b = bytes[at];
            zigzag |= (b & 0x7F) << shift;
            if (b >= 0) {
                if (shift == 63 && b > 1) {
                    break;
                }
                position = at + 1;
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw malformed("a number is too large for a long", from);
    }

    public float readFloat() {
        float value = Float.intBitsToFloat((int) LITTLE_INT.get(need(4, "a float"), position));
        position += 4;
        return value;
    }

    public double readDouble() {
        double value = Double.longBitsToDouble((long) LITTLE_LONG.get(need(8, "a double"), position));
        position += 8;
        return value;
    }

    public String readString() {
        int length = readLength("a string");
        SystemLimitException.checkMaxStringLength(length);
        String value = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return value;
    }

    /** Reads into a buffer of its own. */
    public ByteBuffer readBytes() {
        int length = readLength("bytes");
        SystemLimitException.checkMaxBytesLength(length);
        return ByteBuffer.wrap(copy(length));
    }

    public byte[] readFixed(int size) {
        need(size, "a fixed of " + size + " bytes");
        return copy(size);
    }

    /** Reads the logical type {@code uuid} of a {@code fixed(16)}. */
    public UUID readUuid() {
        byte[] from = need(16, "a uuid");
        UUID value = new UUID((long) BIG_LONG.get(from, position), (long) BIG_LONG.get(from, position + 8));
        position += 16;
        return value;
    }

    /** Reads the logical type {@code uuid} of a {@code string}. */
    public UUID readUuidString() {
        int from = position;
        String text = readString();
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notUuid) {
            throw malformed("a string is not a uuid", from, notUuid);
        }
    }

    /** Reads the logical type {@code decimal} of {@code bytes}. Avro holds no value read against the precision. */
    public BigDecimal readDecimal(int precision, int scale) {
        int from = position;
        int length = readLength("a decimal");
        SystemLimitException.checkMaxBytesLength(length);
        return decimal(length, scale, from);
    }

    /** Reads the logical type {@code decimal} of a {@code fixed}. Avro holds no value read against the precision. */
    public BigDecimal readFixedDecimal(int precision, int scale, int size) {
        need(size, "a decimal");
        return decimal(size, scale, position);
    }

    public LocalDate readDate() {
        return LocalDate.ofEpochDay(readInt());
    }

    public LocalTime readTimeMillis() {
        int from = position;
        return time(readInt(), 1_000_000, from);
    }

    public LocalTime readTimeMicros() {
        int from = position;
        return time(readLong(), 1_000, from);
    }

    public Instant readTimestampMillis() {
        return Instant.ofEpochMilli(readLong());
    }

    public Instant readTimestampMicros() {
        return Times.fromMicros(readLong());
    }

    public LocalDateTime readLocalTimestampMillis() {
        return LocalDateTime.ofInstant(readTimestampMillis(), ZoneOffset.UTC);
    }

    public LocalDateTime readLocalTimestampMicros() {
        return LocalDateTime.ofInstant(readTimestampMicros(), ZoneOffset.UTC);
    }

    /**
     * Reads the branch of a union or the ordinal of an enum symbol.
     *
     * @param branches how many there are
     * @return from 0 to below {@code branches}
     */
    public int readIndex(int branches) {
        int from = position;
        int index = readInt();
        if (index < 0 || index >= branches) {
            throw malformed("the union branch or enum symbol " + index + " is not one of " + branches, from);
        }
        return index;
    }

    /** As {@link #readCount(int)}, for items that take at least one byte each. */
    public int readCount() {
        return readCount(1);
    }

    /**
     * Starts an array or map.
     *
     * @param minBytesPerItem the fewest bytes that one item takes
     * @return items of the first block; 0: there are none
     */
    public int readCount(int minBytesPerItem) {
        return readBlock(minBytesPerItem);
    }

    /** As {@link #readNextCount(int)}, for items that take at least one byte each. */
    public int readNextCount() {
        return readNextCount(1);
    }

    /**
     * Goes on with an array or map after the items of a block were read.
     *
     * @param minBytesPerItem the fewest bytes that one item takes
     * @return items of the next block; 0: there are no more
     */
    public int readNextCount(int minBytesPerItem) {
        if (position < end && bytes[position] == 0) {
            position++;
            return 0;
        }
        return readBlock(minBytesPerItem);
    }

    /** The capacity to give a list at first: the block's count, or less where the count is large. */
    public static int capacity(int count) {
        return Math.min(count, LARGEST_FIRST_CAPACITY);
    }

    /** The capacity to give a hash map at first, so that it does not grow with the block's entries. */
    public static int mapCapacity(int count) {
        return capacity(count) * 4 / 3 + 1;
    }

    /**
     * Enters a record that can contain itself; {@link #leave()} follows its last field.
     *
     * @throws org.apache.avro.AvroRuntimeException if it contains itself more than {@value Depth#LIMIT} levels deep
     */
    public void enter() {
        if (++depth > Depth.LIMIT) {
            throw malformed(Depth.EXCEEDED, position);
        }
    }

    /** Leaves a record that can contain itself. */
    public void leave() {
        depth--;
    }

    /** Bytes that were not read yet. */
    public int remaining() {
        return end - position;
    }

    /**
     * Checks that all bytes were read.
     *
     * @throws MalformedAvroException if some are left
     */
    public void expectEnd() {
        if (position < end) {
            throw malformed(remaining() + " bytes follow the record", position);
        }
    }

    private int readBlock(int minBytesPerItem) {
        int from = position;
        long count = readLong();
        if (count < 0) {
            // Long.MIN_VALUE stays negative when negated.
            count = -count;
            long blockBytes = readLong();
            if (count < 0 || blockBytes < 0 || blockBytes > remaining()) {
                throw malformed("a block of an array or map has an impossible count or size", from);
            }
        }
        if (minBytesPerItem == 0) {
            countEmptyItems(count, from);
        } else if (count > remaining() / minBytesPerItem) {
            throw malformed(
                    "a block of an array or map claims " + count + " items, but only " + remaining()
                            + " bytes are left",
                    from);
        }
        return SystemLimitException.checkMaxCollectionLength(count);
    }

    private void countEmptyItems(long count, int from) {
        if (count > MOST_EMPTY_ITEMS - emptyItems) {
            throw malformed(
                    "arrays and maps of items without bytes claim more than " + MOST_EMPTY_ITEMS + " items", from);
        }
        emptyItems += (int) count;
    }

    private int readLength(String what) {
        int from = position;
        long length = readLong();
        if (length < 0 || length > remaining()) {
            throw malformed(
                    what + " of " + length + " bytes is announced, but " + remaining() + " bytes are left", from);
        }
        return (int) length;
    }

    private BigDecimal decimal(int length, int scale, int from) {
        if (length == 0) {
            throw malformed("a decimal has no bytes", from);
        }
        BigDecimal value = new BigDecimal(new BigInteger(bytes, position, length), scale);
        position += length;
        return value;
    }

    private LocalTime time(long units, long nanosPerUnit, int from) {
        try {
            return LocalTime.ofNanoOfDay(Math.multiplyExact(units, nanosPerUnit));
        } catch (DateTimeException | ArithmeticException notInDay) {
            throw malformed("a time of day is out of range", from, notInDay);
        }
    }

    private byte[] copy(int length) {
        byte[] value = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return value;
    }

    private byte[] need(int size, String what) {
        if (end - position < size) {
            throw truncated(what, position);
        }
        return bytes;
    }

    private MalformedAvroException truncated(String what, int from) {
        return malformed("the bytes end within " + what, from);
    }

    private MalformedAvroException malformed(String problem, int from) {
        return malformed(problem, from, null);
    }

    private MalformedAvroException malformed(String problem, int from, @Nullable Throwable cause) {
        return new MalformedAvroException(problem, from - start, cause);
    }
}
