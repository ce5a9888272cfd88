package org.openbankmark.bank.graphql.login;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.events.ConfirmAccountCreationReply;
import org.openbankmark.topology.graphql.TopologyGraphQl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the login together. */
@Configuration(proxyBeanMethods = false)
class LoginBeans {
    /** Of each kind. Hashing takes a processor; waiting for a reply takes only the thread. */
    private static final int THREADS = 8;

    private static final int WAITING = 200;

    @Bean
    Logins logins(
            HolderTable holders,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            Employee employee,
            TopologyGraphQl topology) {
        AccountOpening opening = new AccountOpening(
                holders, topology.requests(BankTopics.CONFIRM_ACCOUNT_CREATION, ConfirmAccountCreationReply.class));
        return new Logins(
                holders,
                passwords,
                attempts,
                sessions,
                employee,
                opening,
                threads("login"),
                threads("account-opening"));
    }

    private static ThreadPoolExecutor threads(String name) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
