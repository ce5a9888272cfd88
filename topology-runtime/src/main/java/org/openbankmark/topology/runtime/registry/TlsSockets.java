package org.openbankmark.topology.runtime.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Sockets with the keys, protocols and cipher suites of the settings. Whoever uses them checks the host's name. */
final class TlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory sockets;
    private final SSLParameters wanted;

    private TlsSockets(SSLSocketFactory sockets, SSLParameters wanted) {
        this.sockets = sockets;
        this.wanted = wanted;
    }

    static SSLSocketFactory of(RegistryTls tls) {
        return new TlsSockets(tls.context().getSocketFactory(), tls.parameters());
    }

    private Socket asWanted(Socket socket) {
        SSLSocket secure = (SSLSocket) socket;
        if (wanted.getProtocols() != null) {
            secure.setEnabledProtocols(wanted.getProtocols());
        }
        if (wanted.getCipherSuites() != null) {
            secure.setEnabledCipherSuites(wanted.getCipherSuites());
        }
        return secure;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return wanted.getCipherSuites() != null ? wanted.getCipherSuites() : sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return asWanted(sockets.createSocket());
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        return asWanted(sockets.createSocket(plain, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return asWanted(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return asWanted(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return asWanted(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return asWanted(sockets.createSocket(host, port, local, localPort));
    }
}
