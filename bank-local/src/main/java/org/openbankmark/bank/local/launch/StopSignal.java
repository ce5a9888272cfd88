package org.openbankmark.bank.local.launch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for SIGTERM. A JVM's own answer to it is to run all shutdown hooks at once, but services must be gone before the
 * servers go; so the signal is taken here, by the class that all JDKs have for it. It is looked up by name, because the compiler warns of
 * it in a way that cannot be switched off for one line.
 */
final class StopSignal {
    private final CountDownLatch received = new CountDownLatch(1);

    /** Takes SIGTERM from now on. */
    static StopSignal taken() {
        StopSignal signal = new StopSignal();
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            InvocationHandler onSignal = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    signal.received.countDown();
                    return null;
                }
                return method.getName().equals("equals") ? proxy == arguments[0] : System.identityHashCode(proxy);
            };
            Object handler =
                    Proxy.newProxyInstance(StopSignal.class.getClassLoader(), new Class<?>[] {handlers}, onSignal);
            Object term = signals.getConstructor(String.class).newInstance("TERM");
            signals.getMethod("handle", signals, handlers).invoke(null, term, handler);
        } catch (ReflectiveOperationException e) {
            throw new LaunchException("this JVM does not let SIGTERM be handled: " + e, e);
        }
        return signal;
    }

    /** Whether it came by then. */
    boolean within(long milliseconds) throws InterruptedException {
        return received.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    boolean came() {
        return received.getCount() == 0;
    }
}
