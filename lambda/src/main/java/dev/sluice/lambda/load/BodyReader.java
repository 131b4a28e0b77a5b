package dev.sluice.lambda.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.zip.GZIPInputStream;

/** Reads bodies, up to a size and a time, and unpacks them. */
final class BodyReader {
  private static final int BUFFER = 16 << 10;

  private final Limits limits;

  BodyReader(Limits limits) {
    this.limits = limits;
  }

  /** A body has more bytes than a feed may have. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(int most) {
      super("more than " + most + " bytes");
    }
  }

  /**
   * The whole body, unpacked. No more than the limit is held, or read on, whatever it unpacks to.
   *
   * @param announced bytes on the wire, -1 where the server did not say
   * @throws TooLarge where there is more than the limit allows
   * @throws EOFException where there is less than was announced, which the JDK's client does not
   *     notice on a connection that is closed after its answer
   */
  byte[] read(InputStream wire, long announced, boolean gzip) throws IOException {
    Limited limited = new Limited(wire);
    byte[] body = drain(new Limited(gzip ? new GZIPInputStream(limited, BUFFER) : limited));
    if (limited.count < announced) {
      throw new EOFException(
          "the body ended after %d of %d bytes".formatted(limited.count, announced));
    }
    return body;
  }

  private static byte[] drain(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER);
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      body.write(buffer, 0, read);
    }
    return body.toByteArray();
  }

  private final class Limited extends FilterInputStream {
    private final long end = System.nanoTime() + limits.request().toNanos();
    private long count;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      // A server that sends a byte now and then never runs into the timeout of a read.
      if (System.nanoTime() > end) {
        throw new SocketTimeoutException(
            "the body took longer than " + limits.request().toSeconds() + " s");
      }
      int read = super.read(target, offset, length);
      count += Math.max(0, read);
      if (count > limits.bytes()) {
        throw new TooLarge(limits.bytes());
      }
      return read;
    }
  }
}
