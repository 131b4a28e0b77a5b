package dev.sluice.lambda.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS connections to one address, whatever the name means by now. {@link
 * javax.net.ssl.HttpsURLConnection} asks for an unconnected socket, connects it to an address that
 * it looked up itself, and lays TLS over it; the socket from here connects to the checked address
 * instead. So nobody can change a name between check and connection, and the certificate is still
 * checked against the name.
 *
 * <p>Fails closed: TLS is laid over no other socket than one from here.
 */
final class PinnedSockets extends SSLSocketFactory {
  private final InetAddress address;
  private final SSLSocketFactory tls;

  PinnedSockets(InetAddress address, SSLSocketFactory tls) {
    this.address = address;
    this.tls = tls;
  }

  @Override
  public Socket createSocket() {
    return new Pinned(address);
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    if (!(socket instanceof Pinned)) {
      throw notPinned();
    }
    return tls.createSocket(socket, host, port, autoClose);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw notPinned();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw notPinned();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw notPinned();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw notPinned();
  }

  private static IOException notPinned() {
    return new IOException("refused a connection to an address that was not checked");
  }

  private static final class Pinned extends Socket {
    private final InetAddress address;

    Pinned(InetAddress address) {
      this.address = address;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      int port = ((InetSocketAddress) endpoint).getPort();
      super.connect(new InetSocketAddress(address, port), timeout);
    }
  }
}
